import { formatHundredths } from '@konnekt/shared/basics/money';
import type { RateChangeMade } from '@konnekt/shared/rate-changes/rate-change.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useSizes } from '../payroll/parts/use-sizes.ts';

/** What was changed, for whom, by whom and why, and how far it is paid and invoiced. */
export function RateChangeFacts({ change }: { change: RateChangeMade }) {
  const { t } = useTranslation('rateChanges');
  const format = useFormat();
  const { moneyDifference } = useSizes();
  const { asked, organisationName, employeeName, reason, createdAt, createdByName } = change;
  const risen = (bp: number) =>
    bp === 0
      ? t('fact.unchanged')
      : `${bp < 0 ? '−' : '+'}${formatHundredths(Math.abs(bp), format.language, 'needed')} %`;
  const part = (cents: number, done: number, all: number, key: 'fact.paid' | 'fact.invoiced') =>
    all === 0
      ? moneyDifference(cents)
      : `${moneyDifference(cents)}, ${t(key, { count: all, done: format.count(done), all: format.count(all) })}`;
  const { payCents, paidLines, payLines, billCents, invoicedLines, billLines } = change;
  return (
    <Panel title={t('fact.title')}>
      <Facts isInFigures>
        <Fact name={t('field.validFrom')}>{format.day(change.validFrom)}</Fact>
        {asked.kind === 'rates' ? (
          <Fact name={t('fact.placement')}>
            <Link to={paths.placement(asked.placementId)}>
              {[employeeName, organisationName].filter(Boolean).join(', ')}
            </Link>
          </Fact>
        ) : (
          <>
            <Fact name={t('field.organisationId')}>{organisationName ?? t('new.all')}</Fact>
            <Fact name={t('fact.payRise')}>{risen(asked.payRiseBp)}</Fact>
            <Fact name={t('fact.billRise')}>{risen(asked.billRiseBp)}</Fact>
          </>
        )}
        <Fact name={t('list.placements')}>{format.count(change.placements)}</Fact>
        <Fact name={t('field.reason')}>{reason}</Fact>
        <Fact name={t('list.made')}>{t('fact.by', { at: format.moment(createdAt), name: createdByName })}</Fact>
        <Fact name={t('kind.pay')}>{part(payCents, paidLines, payLines, 'fact.paid')}</Fact>
        <Fact name={t('kind.bill')}>{part(billCents, invoicedLines, billLines, 'fact.invoiced')}</Fact>
      </Facts>
    </Panel>
  );
}
