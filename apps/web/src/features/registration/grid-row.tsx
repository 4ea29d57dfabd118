import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import classes from './registration-grid.module.css';
import { hoursOfRow } from './registration-list.tsx';
import { OnlyDays, RegistrationStateBadge } from './registration-state.tsx';
import type { Standing } from './typed-draft.ts';
import { cellKey, longestBudgetNumber, minutesByCell, type TypedHours, type TypedProblem } from './typed-hours.ts';
import type { CellChange } from './use-grid.ts';
import { wrongText } from './wrong-text.ts';

export interface GridColumn {
  id: string;
  name: string;
}

interface RowProps {
  at: number;
  row: RegistrationRow;
  period: Registration['period'];
  organisationId: string | undefined;
  columns: readonly GridColumn[];
  hasBudgetNumber: boolean;
  typed: TypedHours;
  totalMinutes: number;
  problems: readonly TypedProblem[];
  isOpen: boolean;
  isTyped: boolean;
  standing: Standing;
  /** Why the row was refused. */
  note: string | undefined;
  put: (changes: CellChange[], isTyping?: boolean) => void;
  rebase: (row: RegistrationRow) => void;
  discard: (row: RegistrationRow) => void;
}

/** One person: a field for each hour type, their total, and what there is to say of the row. */
export const GridRowFields = memo(function GridRowFields(props: RowProps) {
  const { at, row, period, columns, typed, problems, isOpen, note, put, standing } = props;
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { id, employeeName } = row.placement;
  const sums = isOpen ? undefined : minutesByCell((row.worksheet?.lines ?? []).map((one) => ({ ...one, date: null })));
  const field = (column: string, index: number, label: string) => {
    const isBudget = column === 'budgetNumber';
    const key = isBudget ? column : cellKey(column, null);
    const problem = problems.find((one) => one.key === key)?.code;
    const errorId = problem && `wrong-${id}-${index}`;
    return (
      <>
        <input
          type="text"
          inputMode={isBudget ? 'text' : 'decimal'}
          autoComplete="off"
          className={classes.input}
          data-row={at}
          data-column={index}
          data-text={isBudget || undefined}
          maxLength={isBudget ? longestBudgetNumber : 20}
          aria-label={label}
          aria-invalid={problem ? true : undefined}
          aria-describedby={errorId}
          value={isBudget ? typed.budgetNumber : (typed.cells[key] ?? '')}
          onChange={(event) => put([{ placementId: id, column, text: event.currentTarget.value }], true)}
        />
        {problem && (
          <span id={errorId} className={classes.wrong}>
            {t(wrongText(problem))}
          </span>
        )}
      </>
    );
  };
  return (
    <tr data-typed={props.isTyped || undefined} aria-rowindex={at + 2}>
      <th scope="row">
        <Link to={paths.registerFor(id, { period, organisationId: props.organisationId })}>{employeeName}</Link>
        <span className={classes.quiet}>{row.placement.functionName}</span>
        <OnlyDays row={row} period={period} />
      </th>
      {columns.map((column, index) => (
        <td key={column.id}>
          {isOpen ? (
            field(column.id, index, t('grid.cell', { name: employeeName, hourType: column.name }))
          ) : (
            <span className={classes.fixed}>{hoursOrNothing(sums?.get(cellKey(column.id, null)))}</span>
          )}
        </td>
      ))}
      {props.hasBudgetNumber && (
        <td>
          {isOpen ? (
            field('budgetNumber', columns.length, t('grid.budgetCell', { name: employeeName }))
          ) : (
            <span className={classes.quiet}>{typed.budgetNumber}</span>
          )}
        </td>
      )}
      <td className={classes.total}>{hoursOrNothing(isOpen ? props.totalMinutes : hoursOfRow(row))}</td>
      <td className={classes.state}>
        {note && (
          <span className={classes.note} role="alert">
            {note}
          </span>
        )}
        {standing === 'changed' ? (
          <span className={classes.changed}>
            {t('changed.text', { hours: format.hours(row.worksheet?.totalMinutes ?? 0) })}
            <span>
              <Button size="xs" variant="default" onClick={() => props.discard(row)}>
                {t('changed.theirs')}
              </Button>{' '}
              <Button size="xs" variant="default" onClick={() => props.rebase(row)}>
                {t('changed.mine')}
              </Button>
            </span>
          </span>
        ) : (
          <RegistrationStateBadge row={row} />
        )}
        {!isOpen && typed.by === 'days' && row.state !== 'sent' && row.state !== 'with-supplements' && (
          <span className={classes.quiet}>{t('grid.perDay', { name: employeeName })}</span>
        )}
        {row.worksheet?.returned && <span className={classes.quiet}>{row.worksheet.returned.reason}</span>}
      </td>
    </tr>
  );

  function hoursOrNothing(minutes: number | undefined) {
    return minutes ? format.hours(minutes) : '–';
  }
});
