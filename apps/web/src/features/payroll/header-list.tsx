import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { headerKinds } from '@konnekt/shared/payroll/export.words';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import list from '../../kit/form/column-rows.module.css';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/field.module.css';
import { SelectField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './export-form.module.css';
import { type ExportValues, type HeaderRow, headerIn, written } from './export-values.ts';
import { PartProblem } from './part-problem.tsx';

/** Lines on top of a file, at most. */
const mostLines = 5;

/** What stands above the rows of a file. */
export function HeaderList(props: {
  values: ExportValues;
  problem: FieldProblem | undefined;
  onChange: (header: readonly string[]) => void;
}) {
  const { t } = useTranslation('payroll');
  const rows = headerIn(props.values);
  const change = (next: readonly HeaderRow[]) => props.onChange(written(next));
  const kinds = headerKinds.filter(
    (kind) =>
      props.values.shape === 'wide' || kind === 'titles' || kind === 'texts' || rows.some((row) => row.kind === kind),
  );
  return (
    <>
      {rows.length === 0 && <p className={classes.hint}>{t('hint.header')}</p>}
      <ol className={list.rows}>
        {rows.map((row, index) => {
          const number = index + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <li key={index} className={list.row}>
              <SelectField
                label={t('header.kind', { number })}
                value={row.kind}
                options={kinds.map((value) => ({ value, label: t(`option.header.${value}`) }))}
                onChange={(value) =>
                  change(rows.with(index, { ...row, kind: kinds.find((kind) => kind === value) ?? 'titles' }))
                }
              />
              {row.kind === 'texts' && (
                <input
                  className={field.input}
                  aria-label={t('header.texts', { number })}
                  placeholder={t('hint.texts')}
                  value={row.texts}
                  onChange={({ currentTarget: { value } }) => change(rows.with(index, { ...row, texts: value }))}
                />
              )}
              <span className={list.acts}>
                <IconButton
                  icon={IconTrash}
                  label={t('header.remove', { number })}
                  onClick={() => change(rows.toSpliced(index, 1))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <PartProblem problem={props.problem} />
      {rows.length < mostLines && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
          onClick={() => change([...rows, { kind: 'titles', texts: '' }])}
        >
          {t('header.add')}
        </Button>
      )}
    </>
  );
}
