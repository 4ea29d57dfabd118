import type { ExportDefinition } from '@konnekt/shared/payroll/export.contract';
import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { timecardForms } from '@konnekt/shared/payroll/setu.words';
import { IconFileExport, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { addressOf } from '../../api/route-address.ts';
import { paths } from '../../kit/address/paths.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { Made } from './made-files.tsx';
import classes from './payroll.module.css';
import { exportDefinitions, runFiles } from './payroll-queries.ts';

/** The files of a run: made once it is closed, by any of the agency's exports, and the same for ever. */
export function RunFiles({ run }: { run: PayrollRunDetail }) {
  const { t } = useTranslation('payroll');
  const definitions = useQuery(exportDefinitions);
  return (
    <div className={classes.stack}>
      <section className={classes.section} aria-labelledby="make-file">
        <header className={classes.head}>
          <h2 id="make-file">{t('files.make')}</h2>
        </header>
        {run.status === 'open' && <p className={classes.quiet}>{t('files.openText')}</p>}
        <Loaded query={definitions} skeleton={<Skeleton rows={3} height={32} />}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty
                small
                icon={IconFileExport}
                title={t('exports.emptyTitle')}
                actions={
                  <ButtonLink to={paths.payrollExports} leftSection={<IconPlus size={16} stroke={2} aria-hidden />}>
                    {t('files.add')}
                  </ButtonLink>
                }
              >
                {t('files.noExports')}
              </Empty>
            ) : (
              <Definitions run={run} items={items} />
            )
          }
        </Loaded>
      </section>
      {run.status === 'closed' && <Made run={run} />}
      {run.status === 'closed' && <Timecards run={run} />}
    </div>
  );
}

function Definitions({ run, items }: { run: PayrollRunDetail; items: ExportDefinition[] }) {
  const { t } = useTranslation('payroll');
  const queryClient = useQueryClient();
  const make = useMutation({
    mutationFn: ({ id, version }: ExportDefinition) =>
      call('POST /api/payroll-runs/:id/files', { params: { id: run.id }, body: { definitionId: id, version } }),
    onSuccess: () => toast({ tone: 'good', message: t('files.done') }),
    onError: toastProblem,
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: exportDefinitions.queryKey });
      return queryClient.invalidateQueries({ queryKey: runFiles(run.id).queryKey });
    },
  });
  const columns: Column<ExportDefinition>[] = [
    {
      id: 'name',
      header: t('files.name'),
      cell: ({ name, content }) => (
        <>
          <strong>{name}</strong>
          <span className={recordQuiet}>{t(`option.format.${content.format}`)}</span>
        </>
      ),
    },
    {
      id: 'act',
      header: t('files.act'),
      cell: (definition) => (
        <span className={layout.acts}>
          <ButtonLink
            variant="default"
            size="xs"
            to={paths.payrollExport(definition.id, run.id)}
            aria-label={t('files.previewOne', { name: definition.name })}
          >
            {t('files.preview')}
          </ButtonLink>
          {run.status === 'closed' && (
            <Button
              size="xs"
              aria-label={t('files.makeOne', { name: definition.name })}
              loading={make.isPending && make.variables.id === definition.id}
              onClick={() => make.mutate(definition)}
            >
              {t('files.makeFile')}
            </Button>
          )}
        </span>
      ),
      isFigure: true,
    },
  ];
  return <RecordList label={t('files.make')} rows={items} keyOf={({ id }) => id} columns={columns} />;
}

/** The worksheets of a run in the form that other staffing systems read. */
function Timecards({ run }: { run: PayrollRunDetail }) {
  const { t } = useTranslation('payroll');
  return (
    <section className={classes.section} aria-labelledby="timecards">
      <header className={classes.head}>
        <h2 id="timecards">{t('files.timecards')}</h2>
      </header>
      <p className={classes.quiet}>{t('files.timecardsText')}</p>
      <p className={classes.only}>
        {timecardForms.map((form) => (
          <DownloadLink
            key={form}
            href={addressOf('GET /api/payroll-runs/:id/timecards', { params: { id: run.id }, query: { form } }).url}
          >
            {t(`files.timecard.${form === '1.4-xml' ? 'old' : form === '2.0-xml' ? 'xml' : 'json'}`)}
          </DownloadLink>
        ))}
      </p>
    </section>
  );
}
