import { longest, longestTyped } from '@konnekt/shared/basics/text-rules';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { atOf } from '../hours/parts/keys.ts';
import type { Place } from '../hours/parts/places.ts';
import { wrongText } from '../hours/parts/wrong-text.ts';
import { budgetColumn } from './grid-columns.ts';
import classes from './registration-grid.module.css';
import type { TypedProblem } from './typed-problems.ts';

export type TypeIn = (place: Place, placementId: string, key: string, text: string) => void;

interface CellProps {
  row: number;
  column: number;
  placementId: string;
  columnKey: string;
  /** Of the field, for who does not see where it stands. */
  label: string;
  /** The head of the column, where that is not in sight. */
  head: string | undefined;
  text: string;
  isOpen: boolean;
  /** Something is asked about the hours of its day. */
  isWarned: boolean | undefined;
  /** Part of what is chosen; nothing where one cell is. */
  isChosen: boolean | undefined;
  /** The list that the field offers. */
  list: string | undefined;
  problem: TypedProblem['code'] | undefined;
  onType: TypeIn;
}

/** One cell of the grid: a field, or what stands there and cannot be changed. */
export const GridCell = memo(function GridCell(props: CellProps) {
  const { row, column, columnKey, text, problem } = props;
  const isText = columnKey === budgetColumn;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a table with role=grid is a gridcell
    <td data-at={atOf({ row, column })} data-chosen={props.isChosen || undefined} aria-selected={props.isChosen}>
      {props.head && <span aria-hidden>{props.head}</span>}
      {props.isOpen ? (
        <input
          type="text"
          form={props.placementId}
          inputMode={isText ? 'text' : 'decimal'}
          enterKeyHint="next"
          autoComplete="off"
          className={classes.input}
          data-text={isText || undefined}
          data-warned={props.isWarned}
          list={props.list}
          maxLength={isText ? longest.budgetNumber : longestTyped.cell}
          aria-label={props.label}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem && `wrong-${row}-${column}`}
          value={text}
          onChange={(event) => props.onType({ row, column }, props.placementId, columnKey, event.currentTarget.value)}
        />
      ) : (
        <span className={classes.fixed} data-text={isText || undefined}>
          {text}
        </span>
      )}
      {problem && <CellProblem id={`wrong-${row}-${column}`} problem={problem} />}
    </td>
  );
});

function CellProblem({ id, problem }: { id: string; problem: string }) {
  const { t } = useTranslation('hours');
  return (
    <span id={id} className={classes.wrong}>
      {t(wrongText(problem))}
    </span>
  );
}
