import type { FieldProblem } from '@konnekt/shared/basics/problem';
import {
  employeeFields,
  figureFields,
  lineFields,
  longestExport,
  mostColumns,
} from '@konnekt/shared/payroll/export.words';
import { useTranslation } from 'react-i18next';
import { ColumnRows } from '../../kit/form/column-rows.tsx';
import type { ColumnRow } from './export-values.ts';
import { PartProblem } from './part-problem.tsx';

const known = [...employeeFields, ...lineFields, ...figureFields];

/** The columns of a file: what a row may hold depends on what it is of. */
export function ColumnList(props: {
  shape: string;
  rows: readonly ColumnRow[];
  problem: FieldProblem | undefined;
  onChange: (rows: readonly ColumnRow[]) => void;
}) {
  const { t } = useTranslation('payroll');
  const { shape, rows, onChange } = props;
  const option = (value: (typeof known)[number]) => ({ value, label: t(`exportField.${value}`) });
  const ofLines = [
    { group: t('group.line'), options: lineFields.map(option) },
    { group: t('group.figure'), options: figureFields.map(option) },
  ];
  return (
    <>
      <ColumnRows
        rows={rows}
        fields={known}
        blank={{ title: '', field: null, text: '' }}
        options={[
          { value: '', label: t('columns.fixed') },
          { group: t('group.employee'), options: employeeFields.map(option) },
          ...(shape === 'long' ? ofLines : []),
        ]}
        longest={longestExport}
        most={mostColumns}
        onChange={onChange}
        words={{
          title: (number) => t('columns.title', { number }),
          field: (number) => t('columns.field', { number }),
          text: (number) => t('columns.text', { number }),
          up: (number) => t('columns.up', { number }),
          remove: (number) => t('columns.remove', { number }),
          headTitle: t('columns.headTitle'),
          headText: t('columns.headText'),
          add: t('columns.add'),
        }}
      />
      <PartProblem problem={props.problem} />
    </>
  );
}
