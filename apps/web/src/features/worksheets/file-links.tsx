import type { WorksheetExport } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/route-address.ts';
import { useFormat } from '../../i18n/format.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import classes from './file-links.module.css';

type Filter = Partial<Omit<WorksheetExport, 'format' | 'language'>>;

/** A list as a file: all that its filter holds, in its order. */
export function FileLinks({ filter }: { filter: Filter }) {
  const { t } = useTranslation('worksheets');
  const { language } = useFormat();
  return (
    <span className={classes.files}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <DownloadLink
          key={format}
          href={addressOf('GET /api/worksheets/export', { query: { ...filter, format, language } }).url}
        >
          {t(`office.${format}`)}
        </DownloadLink>
      ))}
    </span>
  );
}
