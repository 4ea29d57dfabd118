import type { LedgerContent } from '@konnekt/shared/ledger/ledger.contract';
import { ledgerFields, longestLedger, mostLedgerColumns } from '@konnekt/shared/ledger/ledger.words';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/field.module.css';
import { SelectField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './ledger.module.css';

type Column = LedgerContent['columns'][number];

/** The columns of a file in their order: a title, and a field or a fixed text. */
export function DefinitionColumns(props: { columns: readonly Column[]; onChange: (columns: Column[]) => void }) {
  const { t } = useTranslation('ledger');
  const { columns, onChange } = props;
  const change = (at: number, part: Partial<Column>) =>
    onChange(columns.map((column, index) => (index === at ? { ...column, ...part } : column)));
  const up = (at: number) => {
    const [moved] = columns.slice(at, at + 1);
    if (moved) onChange([...columns.slice(0, at - 1), moved, ...columns.slice(at - 1, at), ...columns.slice(at + 1)]);
  };
  return (
    <fieldset className={classes.columns}>
      <legend>{t('definitions.columns')}</legend>
      <ol>
        {columns.map((column, at) => {
          const number = at + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <li key={at}>
              <input
                className={field.input}
                aria-label={t('definitions.columnTitle', { number })}
                value={column.title}
                maxLength={longestLedger.title}
                onChange={({ currentTarget }) => change(at, { title: currentTarget.value })}
              />
              <SelectField
                label={t('definitions.columnField', { number })}
                value={column.field ?? ''}
                options={[
                  { value: '', label: t('definitions.fixed') },
                  ...ledgerFields.map((value) => ({ value, label: t(`field.${value}`) })),
                ]}
                onChange={(value) => change(at, { field: ledgerFields.find((one) => one === value) ?? null })}
              />
              {column.field === null && (
                <input
                  className={field.input}
                  aria-label={t('definitions.columnText', { number })}
                  placeholder={t('definitions.text')}
                  value={column.text}
                  maxLength={longestLedger.text}
                  onChange={({ currentTarget }) => change(at, { text: currentTarget.value })}
                />
              )}
              <span>
                <IconButton
                  icon={IconArrowUp}
                  label={t('definitions.columnUp', { number })}
                  disabled={at === 0}
                  onClick={() => up(at)}
                />
                <IconButton
                  icon={IconTrash}
                  label={t('definitions.columnGone', { number })}
                  disabled={columns.length === 1}
                  onClick={() => onChange(columns.filter((_, index) => index !== at))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <Button
        variant="default"
        size="xs"
        disabled={columns.length >= mostLedgerColumns}
        leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
        onClick={() => onChange([...columns, { title: '', field: null, text: '', mostCharacters: null }])}
      >
        {t('definitions.columnAdd')}
      </Button>
    </fieldset>
  );
}
