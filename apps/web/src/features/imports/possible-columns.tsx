import { type ImportKind, importColumns } from '@konnekt/shared/imports/import-columns';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import classes from './import-page.module.css';

/** Which columns a file may have. */
export function PossibleColumns({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('imports');
  const { language } = useFormat();
  return (
    <details className={classes.columns}>
      <summary>{t('in.columns')}</summary>
      <p>{t('in.columnsText')}</p>
      {importColumns[kind].some(({ isPerHourType }) => isPerHourType) && <p>{t('in.perHourType')}</p>}
      {kind === 'history' && <p>{t('in.history')}</p>}
      <ul>
        {importColumns[kind].map((column) => (
          <li key={column.field}>
            {column[language]}
            {column.isRequired && <em> · {t('in.required')}</em>}
          </li>
        ))}
      </ul>
    </details>
  );
}
