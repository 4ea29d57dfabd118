import type { PayrollFile } from '@konnekt/shared/payroll/export.contract';
import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/route-address.ts';
import { useFormat } from '../../i18n/format.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './payroll.module.css';
import { runFiles } from './payroll-queries.ts';

export function Made({ run }: { run: PayrollRunDetail }) {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const query = useQuery(runFiles(run.id));
  const columns: Column<PayrollFile>[] = [
    {
      id: 'file',
      header: t('files.file'),
      cell: ({ id, fileName, size }) => (
        <>
          <DownloadLink href={addressOf('GET /api/payroll-files/:id', { params: { id } }).url}>{fileName}</DownloadLink>
          <span className={recordQuiet}>{t('files.size', { size: format.count(Math.ceil(size / 1024)) })}</span>
        </>
      ),
    },
    {
      id: 'sha256',
      header: t('files.sha256'),
      cell: ({ sha256 }) => <span className={classes.hash}>{sha256}</span>,
      rank: 1,
    },
    {
      id: 'made',
      header: t('files.madeBy'),
      cell: ({ createdAt, createdByName, definitionName, definitionVersion }) => (
        <>
          {format.moment(createdAt)}, {createdByName}
          <span className={recordQuiet}>
            {definitionName}, {t('files.version', { version: definitionVersion })}
          </span>
        </>
      ),
    },
  ];
  return (
    <section className={classes.section} aria-labelledby="made-files">
      <header className={classes.head}>
        <h2 id="made-files">{t('files.made')}</h2>
      </header>
      <Loaded query={query} skeleton={<Skeleton rows={2} height={32} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.quiet}>{t('files.none')}</p>
          ) : (
            <RecordList label={t('files.made')} rows={items} keyOf={({ id }) => id} columns={columns} />
          )
        }
      </Loaded>
    </section>
  );
}
