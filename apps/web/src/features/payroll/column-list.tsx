import type { FieldProblem } from '@konnekt/shared/basics/problem';
import {
  employeeFields,
  figureFields,
  lineFields,
  longestExport,
  mostColumns,
} from '@konnekt/shared/exports/export.words';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/field.module.css';
import { SelectField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './export-form.module.css';
import type { ColumnRow } from './export-values.ts';
import { PartProblem } from './part-problem.tsx';

/** The columns of a file in their order: a title, and a field or a fixed text. */
export function ColumnList(props: {
  shape: string;
  rows: readonly ColumnRow[];
  problem: FieldProblem | undefined;
  onChange: (rows: readonly ColumnRow[]) => void;
}) {
  const { t } = useTranslation('payroll');
  const { shape, rows, onChange } = props;
  const change = (index: number, part: Partial<ColumnRow>) => onChange(rows.with(index, { ...at(index), ...part }));
  const at = (index: number): ColumnRow => rows[index] ?? { title: '', field: null, text: '' };
  const option = (value: (typeof employeeFields | typeof lineFields | typeof figureFields)[number]) => ({
    value,
    label: t(`exportField.${value}`),
  });
  const fields = [
    { value: '', label: t('columns.fixed') },
    { group: t('group.employee'), options: employeeFields.map(option) },
    ...(shape === 'long'
      ? [
          { group: t('group.line'), options: lineFields.map(option) },
          { group: t('group.figure'), options: figureFields.map(option) },
        ]
      : []),
  ];
  const known = [...employeeFields, ...lineFields, ...figureFields];
  return (
    <>
      <ol className={classes.rows}>
        {rows.map((row, index) => {
          const number = index + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <li key={index} className={classes.row}>
              <input
                className={field.input}
                aria-label={t('columns.title', { number })}
                placeholder={t('columns.headTitle')}
                value={row.title}
                maxLength={longestExport.title}
                onChange={({ currentTarget: { value } }) => change(index, { title: value })}
              />
              <SelectField
                label={t('columns.field', { number })}
                value={row.field ?? ''}
                options={fields}
                onChange={(value) => change(index, { field: known.find((one) => one === value) ?? null })}
              />
              {row.field === null && (
                <input
                  className={field.input}
                  aria-label={t('columns.text', { number })}
                  placeholder={t('columns.headText')}
                  value={row.text}
                  maxLength={longestExport.text}
                  onChange={({ currentTarget: { value } }) => change(index, { text: value })}
                />
              )}
              <span className={classes.rowActs}>
                {index > 0 && (
                  <IconButton
                    icon={IconArrowUp}
                    label={t('columns.up', { number })}
                    onClick={() => onChange(rows.with(index - 1, row).with(index, at(index - 1)))}
                  />
                )}
                {rows.length > 1 && (
                  <IconButton
                    icon={IconTrash}
                    label={t('columns.remove', { number })}
                    onClick={() => onChange(rows.toSpliced(index, 1))}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <PartProblem problem={props.problem} />
      {rows.length < mostColumns && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
          onClick={() => onChange([...rows, { title: '', field: null, text: '' }])}
        >
          {t('columns.add')}
        </Button>
      )}
    </>
  );
}
