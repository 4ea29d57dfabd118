import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import { codeFigures } from '@konnekt/shared/payroll/export.words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import field from '../../ui/field.module.css';
import { SelectField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { hourTypeRecords } from '../hour-types/parts/hour-type-queries.ts';
import classes from './export-form.module.css';
import { type CodeRow, codeRows, type ExportValues, written } from './export-values.ts';
import { PartProblem } from './part-problem.tsx';

const figures = [...codeFigures, 'left-out'] as const;

/** What each hour type is called by the package, and what of it is counted. */
export function CodeTable(props: {
  values: ExportValues;
  problem: FieldProblem | undefined;
  onChange: (codes: readonly string[]) => void;
}) {
  const { t } = useTranslation('payroll');
  const { nameOf } = useFormat();
  const query = useQuery(hourTypeRecords);
  return (
    <>
      <p className={classes.hint}>{t('hint.codes')}</p>
      <Loaded query={query} skeleton={<Skeleton rows={6} height={32} />}>
        {({ items }) => {
          const rows = codeRows(props.values, items);
          const change = (next: CodeRow) => {
            const all = rows.map(({ row }) => (row.hourTypeId === next.hourTypeId ? next : row));
            props.onChange(written(all.filter(({ code, figure }) => code !== '' || figure !== 'quantity')));
          };
          return (
            <ul className={classes.codes}>
              {rows.map(({ type, row }) => {
                const name = nameOf(type);
                return (
                  <li key={type.id} className={classes.code}>
                    <span>
                      {name} <span className={classes.hint}>{type.code}</span>
                    </span>
                    <input
                      className={field.input}
                      aria-label={t('codes.code', { type: name })}
                      placeholder={type.payrollCode ?? ''}
                      value={row.code}
                      disabled={row.figure === 'left-out'}
                      maxLength={longest.payrollCode}
                      onChange={({ currentTarget: { value } }) => change({ ...row, code: value })}
                    />
                    <SelectField
                      label={t('codes.figure', { type: name })}
                      value={row.figure}
                      options={figures.map((value) => ({ value, label: t(`option.figure.${value}`) }))}
                      onChange={(value) =>
                        change({ ...row, figure: figures.find((one) => one === value) ?? 'quantity' })
                      }
                    />
                  </li>
                );
              })}
            </ul>
          );
        }}
      </Loaded>
      <PartProblem problem={props.problem} />
    </>
  );
}
