import type { JobExport } from '@konnekt/shared/jobs/job.schema';
import { useTranslation } from 'react-i18next';
import { SheetLinks } from '../../kit/files/sheet-links.tsx';
import { jobExportAddress } from './job-queries.ts';
import classes from './jobs.module.css';

/** The hours of some jobs as a file, a row per job, period and hour type. */
export function JobFiles({ filter, title }: { filter: Partial<JobExport>; title: string }) {
  const { t } = useTranslation('jobs');
  return (
    <fieldset className={classes.files} aria-label={t('file.label')}>
      <span>{title}</span>
      <SheetLinks
        address={(as) => jobExportAddress({ ...filter, ...as })}
        words={{ xlsx: t('file.xlsx'), csv: t('file.csv') }}
      />
    </fieldset>
  );
}
