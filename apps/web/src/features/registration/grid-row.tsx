import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { Corners } from '../hours/parts/places.ts';
import { budgetListOf } from './client-rules.tsx';
import { GridCell, type TypeIn } from './grid-cell.tsx';
import { type GridCells, isOpenCell, textInCell } from './grid-cells.ts';
import { budgetColumn, type GridColumn } from './grid-columns.ts';
import { GridNote, GridWarnings } from './grid-note.tsx';
import classes from './registration-grid.module.css';
import { OnlyDays } from './registration-state.tsx';
import type { GridRow } from './row-as-typed.ts';
import { dateOfKey, hourTypeOfKey } from './typed-hours.ts';
import type { TypedProblem } from './typed-problems.ts';
import type { RowAnswer, useGrid } from './use-grid.ts';

interface RowProps {
  at: number;
  one: GridRow;
  period: Registration['period'];
  organisationId: string | undefined;
  columns: readonly GridColumn[];
  isPerDay: boolean;
  unitOf: GridCells['unitOf'];
  /** What the API said of the row as it is now. */
  answer: RowAnswer | undefined;
  chosen: Corners | undefined;
  /** On a phone a row is a card: the one that is open shows its fields. */
  card: 'open' | 'closed' | undefined;
  onToggle: (row: number) => void;
  onType: TypeIn;
  rebase: ReturnType<typeof useGrid>['rebase'];
  discard: ReturnType<typeof useGrid>['discard'];
}

/** One person: a field for each column, their total, and what there is to say of the row. */
export const GridRowFields = memo(function GridRowFields(props: RowProps) {
  const { at, one, columns, isPerDay, chosen, card, onType } = props;
  const format = useFormat();
  const { t } = useTranslation('registration');
  const { id, employeeName } = one.row.placement;
  const problems = problemsIn(props);
  const isAtName = isPerDay && !card;
  const warned = new Set(one.warnings.map(({ date }) => date));
  return (
    <tr data-typed={one.isTyped || undefined} data-card={card} aria-rowindex={at + 2}>
      <th scope="row">
        {card ? (
          <button type="button" aria-expanded={card === 'open'} onClick={() => props.onToggle(at)}>
            {employeeName}
          </button>
        ) : (
          <Link to={paths.registerFor(id, { period: props.period, organisationId: props.organisationId })}>
            {employeeName}
          </Link>
        )}
        <span className={classes.quiet}>{one.row.placement.functionName}</span>
        <OnlyDays row={one.row} period={props.period} />
        {isAtName && <GridWarnings warnings={one.warnings} />}
        {/* A row's own form: at every focus and key, browsers that fill in forms look through all fields of the form. */}
        <form id={id} onSubmit={(event) => event.preventDefault()} />
      </th>
      {columns.map(({ key, label, name, above, holiday }, column) => (
        <GridCell
          key={key}
          row={at}
          column={column}
          placementId={id}
          columnKey={key}
          label={t('grid.cell', { name: employeeName, column: label })}
          head={card && [above, name, holiday && `(${format.nameOf(holiday)})`].filter(Boolean).join(' ')}
          text={textInCell(one, key, props, format.language)}
          isOpen={isOpenCell(one, key, isPerDay)}
          isWarned={(isPerDay && warned.has(dateOfKey(key) ?? undefined)) || undefined}
          isChosen={chosen && column >= chosen.left && column <= chosen.right}
          list={key === budgetColumn ? budgetListOf(one.client) : undefined}
          problem={problems.find((problem) => problem.key === key)?.code}
          onType={onType}
        />
      ))}
      <td className={classes.total}>{one.totalMinutes ? format.hours(one.totalMinutes) : '–'}</td>
      <td className={classes.state}>
        <GridNote {...props} isAtName={isAtName} />
      </td>
    </tr>
  );
});

/** What is wrong in the row, at the columns that are shown: what is wrong with a day stands at its hour type. */
function problemsIn({ one, answer, columns }: Pick<RowProps, 'one' | 'answer' | 'columns'>): TypedProblem[] {
  return (answer?.problems ?? one.read.problems).map((problem) => {
    if (columns.some(({ key }) => key === problem.key)) return problem;
    const near = columns.find(({ key }) => hourTypeOfKey(key) === hourTypeOfKey(problem.key));
    return near ? { ...problem, key: near.key } : problem;
  });
}
