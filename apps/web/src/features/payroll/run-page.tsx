import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { NotFound } from '../../kit/address/not-found.tsx';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RecordHistory } from '../audit/parts/record-history.tsx';
import { ChangeRunDialog } from './change-run-dialog.tsx';
import { CloseRunDialog } from './close-run-dialog.tsx';
import { ClosingProgress } from './closing-progress.tsx';
import { DiscardRunDialog } from './discard-run-dialog.tsx';
import classes from './payroll.module.css';
import { runRecord } from './payroll-queries.ts';
import { RunEmployees } from './run-employees.tsx';
import { RunFiles } from './run-files.tsx';
import { RunOverview } from './run-overview.tsx';
import { RunStatus } from './run-status.tsx';
import { RunWorksheets } from './run-worksheets.tsx';
import { useClosing } from './use-closing.ts';

export { RunPage as Component };

const tabs = ['overview', 'employees', 'worksheets', 'held', 'files', 'history'] as const;

/** One payroll run: what it takes or took, what it leaves out, and its files. */
function RunPage() {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const { id = '' } = useParams();
  const closing = useClosing();
  const query = useQuery({
    ...runRecord(id),
    refetchInterval: ({ state }) => (closing.isPending || isUnderWay(state.data) ? LOOK_MS : false),
  });
  const run = query.data;
  const shown = tabs.filter((tab) => tab !== 'held' || run?.status !== 'closed');
  const tab = oneOf(shown, useAddress().read('tab')) ?? 'overview';
  const [dialog, setDialog] = useState<'change' | 'close' | 'discard'>();
  const close = () => setDialog(undefined);
  const isClosing = closing.isPending || isUnderWay(run);
  if (isNotThere(query.error)) return <NotFound />;
  const counts: Partial<Record<(typeof tabs)[number], number | undefined>> = {
    employees: run?.employees,
    worksheets: run?.worksheets,
    held: run?.leftOut.held,
  };
  return (
    <Page
      title={run ? t('run.title', { number: run.number }) : t('run.one')}
      above={<BackLink to={paths.payrollRuns}>{t('runs.title')}</BackLink>}
      lead={run && <Facts run={run} />}
      actions={
        run?.status === 'open' &&
        !isClosing && (
          <>
            <Button variant="default" onClick={() => setDialog('discard')}>
              {t('discard.act')}
            </Button>
            <Button variant="default" onClick={() => setDialog('change')}>
              {t('run.change')}
            </Button>
            <Button leftSection={<IconLock size={16} stroke={2} aria-hidden />} onClick={() => setDialog('close')}>
              {t('run.close')}
            </Button>
          </>
        )
      }
    >
      {run?.status === 'open' && (isClosing || run.closing) && (
        <div className={classes.closing}>
          <ClosingProgress closing={run.closing} />
        </div>
      )}
      <Tabs
        label={t('run.tabs')}
        current={tab}
        all={tabs}
        tabs={shown.map((one) => {
          const count = counts[one];
          return { id: one, label: t(`tab.${one}`), count: count === undefined ? undefined : format.count(count) };
        })}
      />
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {(loaded) => (
          <>
            {tab === 'overview' && <RunOverview run={loaded} onChange={() => setDialog('change')} />}
            {tab === 'employees' && <RunEmployees run={loaded} />}
            {tab === 'worksheets' && <RunWorksheets key="taken" run={loaded} />}
            {tab === 'held' && <RunWorksheets key="held" run={loaded} isHeld />}
            {tab === 'files' && <RunFiles run={loaded} />}
            {tab === 'history' && <RecordHistory id={loaded.id} />}
            {dialog === 'change' && <ChangeRunDialog run={loaded} refresh={query.refetch} onClose={close} />}
            {dialog === 'discard' && <DiscardRunDialog run={loaded} onClose={close} />}
            {dialog === 'close' && (
              <CloseRunDialog run={loaded} onSubmit={() => closing.mutate(loaded)} onClose={close} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** How often is looked how far it is. */
const LOOK_MS = 700;

const isUnderWay = (run: PayrollRunDetail | undefined): boolean => run?.closing?.isBrokenOff === false;

function Facts({ run }: { run: PayrollRunDetail }) {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const types = format.allOf(run.periodTypes.map((type) => t(`types.${type}`)));
  return (
    <span className={layout.facts}>
      <RunStatus status={run.status} />
      <span>{t('run.paidOn', { day: format.day(run.runDate) })}</span>
      <span>{t('run.takes', { types })}</span>
      {run.closedAt && (
        <span>{t('run.closedBy', { moment: format.moment(run.closedAt), name: run.closedByName ?? '' })}</span>
      )}
      {run.remark && <span>{run.remark}</span>}
    </span>
  );
}
