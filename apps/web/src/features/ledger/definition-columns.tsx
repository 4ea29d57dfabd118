import { ledgerFields, longestLedger, mostLedgerColumns } from '@konnekt/shared/ledger/ledger.words';
import { useTranslation } from 'react-i18next';
import { ColumnRows } from '../../kit/form/column-rows.tsx';
import type { LedgerColumn } from './definition-values.ts';
import classes from './ledger.module.css';

/** The columns of a file for the ledger. */
export function DefinitionColumns(props: {
  columns: readonly LedgerColumn[];
  onChange: (columns: readonly LedgerColumn[]) => void;
}) {
  const { t } = useTranslation('ledger');
  return (
    <fieldset className={classes.columns}>
      <legend>{t('definitions.columns')}</legend>
      <ColumnRows
        rows={props.columns}
        fields={ledgerFields}
        blank={{ title: '', field: null, text: '', mostCharacters: null }}
        options={[
          { value: '', label: t('definitions.fixed') },
          ...ledgerFields.map((value) => ({ value, label: t(`field.${value}`) })),
        ]}
        longest={longestLedger}
        most={mostLedgerColumns}
        onChange={props.onChange}
        words={{
          title: (number) => t('definitions.columnTitle', { number }),
          field: (number) => t('definitions.columnField', { number }),
          text: (number) => t('definitions.columnText', { number }),
          up: (number) => t('definitions.columnUp', { number }),
          remove: (number) => t('definitions.columnGone', { number }),
          headTitle: t('definitions.title'),
          headText: t('definitions.text'),
          add: t('definitions.columnAdd'),
        }}
      />
    </fieldset>
  );
}
