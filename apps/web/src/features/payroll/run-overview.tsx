import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useMissingRate } from '../worksheets/parts/use-missing-rate.ts';
import { MissingCodes } from './missing-codes.tsx';
import { useSizes } from './parts/use-sizes.ts';
import classes from './payroll.module.css';
import { RunTotals } from './run-totals.tsx';

/** The control totals of a run beside those of the run before, and what it leaves out. */
export function RunOverview({ run, onChange }: { run: PayrollRunDetail; onChange: () => void }) {
  const { t } = useTranslation('payroll');
  const { money } = useSizes();
  const format = useFormat();
  return (
    <div className={classes.stack}>
      <MissingCodes run={run} />
      {run.holidays.map(({ date, nameNl, nameEn }) => (
        <Notice
          key={date}
          tone="info"
          title={t('holiday.title', { day: format.dayInWords(date), name: format.nameOf({ nameNl, nameEn }) })}
          actions={
            <Button variant="default" size="xs" onClick={onChange}>
              {t('holiday.change')}
            </Button>
          }
        >
          {t('holiday.text', { day: format.dayInWords(run.runDate) })}
        </Notice>
      ))}
      <WithoutRate run={run} />
      {run.rateCorrections.lines > 0 && (
        <Notice tone="info" title={t('corrections.title')}>
          {t('corrections.text', { count: run.rateCorrections.lines, amount: money(run.rateCorrections.payCents) })}{' '}
          <Link to={paths.rateChanges}>{t('corrections.link')}</Link>
        </Notice>
      )}
      <RunTotals run={run} />
      {run.status === 'open' && <LeftOut run={run} onChange={onChange} />}
    </div>
  );
}

/** Hours that are paid and have no wage: whose, of what type and day, each with the way to where it is set. */
function WithoutRate({ run }: { run: PayrollRunDetail }) {
  const { t } = useTranslation('payroll');
  const say = useMissingRate();
  const lines = run.byHourType.reduce((sum, { linesWithoutRate }) => sum + linesWithoutRate, 0);
  const named = run.withoutRate.reduce((sum, one) => sum + one.lines, 0);
  if (lines === 0) return null;
  return (
    <Notice tone="warn" title={t('rates.title', { count: lines })}>
      {t(run.status === 'open' ? 'rates.text' : 'rates.closedText')}
      <ul className={classes.list}>
        {run.withoutRate.map((one) => (
          <li key={`${one.placementId} ${one.code}`}>
            <Link to={paths.placementRates(one.placementId)}>
              {one.employeeName}, {one.organisationName}
            </Link>
            : {say(one)}
          </li>
        ))}
      </ul>
      {lines > named && t('rates.more', { count: lines - named })}
    </Notice>
  );
}

/** What is not paid by this run, by reason, each with the way to it. */
function LeftOut({ run, onChange }: { run: PayrollRunDetail; onChange: () => void }) {
  const { t } = useTranslation('payroll');
  const { count } = useFormat();
  const ways = {
    held: paths.payrollRun(run.id, 'held'),
    toFinalise: `${paths.worksheets}?phase=to-finalise`,
    toApprove: `${paths.worksheets}?phase=to-approve`,
    toFill: `${paths.worksheets}?phase=to-fill`,
  } as const;
  const { otherPeriodType } = run.leftOut;
  const reasons = (Object.keys(ways) as (keyof typeof ways)[]).filter((reason) => run.leftOut[reason] > 0);
  return (
    <Panel title={t('leftOut.title')}>
      {reasons.length === 0 && otherPeriodType === 0 ? (
        <p>{t('leftOut.none')}</p>
      ) : (
        <>
          <ul className={classes.reasons}>
            {reasons.map((reason) => (
              <li key={reason}>
                <Link to={ways[reason]}>
                  <strong className="figures">{count(run.leftOut[reason])}</strong> {t(`leftOut.${reason}`)}
                </Link>
              </li>
            ))}
            {otherPeriodType > 0 && (
              <li>
                <strong className="figures">{count(otherPeriodType)}</strong> {t('leftOut.otherPeriodType')}{' '}
                <Button variant="subtle" size="xs" onClick={onChange}>
                  {t('leftOut.change')}
                </Button>
              </li>
            )}
          </ul>
          <p className={classes.quiet}>{t('leftOut.text')}</p>
        </>
      )}
    </Panel>
  );
}
