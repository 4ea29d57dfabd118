import type { WorksheetExport } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/route-address.ts';
import { SheetLinks } from '../../kit/files/sheet-links.tsx';
import classes from './file-links.module.css';

type Filter = Partial<Omit<WorksheetExport, 'format' | 'language'>>;

/** A list as a file: all that its filter holds, in its order. */
export function FileLinks({ filter }: { filter: Filter }) {
  const { t } = useTranslation('worksheets');
  return (
    <span className={classes.files}>
      <SheetLinks
        address={(as) => addressOf('GET /api/worksheets/export', { query: { ...filter, ...as } }).url}
        words={{ xlsx: t('office.xlsx'), csv: t('office.csv') }}
      />
    </span>
  );
}
