import type { JobExport } from '@konnekt/shared/jobs/job.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import { jobExportAddress } from './job-queries.ts';
import classes from './jobs.module.css';

/** The hours of some jobs as a file, a row per job, period and hour type. */
export function JobFiles({ filter, title }: { filter: Partial<JobExport>; title: string }) {
  const { t } = useTranslation('jobs');
  const { language } = useFormat();
  return (
    <fieldset className={classes.files} aria-label={t('file.label')}>
      <span>{title}</span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <DownloadLink key={format} href={jobExportAddress({ ...filter, format, language })}>
          {t(`file.${format}`)}
        </DownloadLink>
      ))}
    </fieldset>
  );
}
