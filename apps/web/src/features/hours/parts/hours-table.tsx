import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { AddHourType } from './add-hour-type.tsx';
import { CellInput } from './cell-input.tsx';
import { CellNote, openNoteByKey } from './cell-note.tsx';
import { useEntryFields } from './entry-fields.ts';
import { focusSoon } from './focus-problem.ts';
import classes from './hours-table.module.css';
import { moveInFields } from './keys.ts';
import { cellKey, type TypedRow, withRow } from './sheet.ts';
import { usePaste } from './use-paste.tsx';

/** Rows of hour types by days, whichever of them goes down: `placeAt` says what stands in a row and a column. */
export function HoursTable(props: {
  className: string | undefined;
  columns: number;
  placeAt: (row: number, column: number) => { row: TypedRow | undefined; day: string | undefined };
  children: ReactNode;
}) {
  const { t } = useTranslation('week');
  const { isOpen } = useEntryFields();
  const { onPaste, dialog } = usePaste({ columns: props.columns }, (at, column) => {
    const { row, day } = props.placeAt(at, column);
    return row && day && isOpen(day) ? cellKey(row.id, day) : undefined;
  });
  return (
    <>
      <table
        className={`${classes.table} ${props.className}`}
        onPaste={onPaste}
        onKeyDown={(event) => {
          openNoteByKey(event);
          moveInFields(event);
        }}
      >
        <caption className="unseen">{t('table')}</caption>
        {props.children}
      </table>
      {dialog}
    </>
  );
}

/** Hours of one day in one row, with what more there is to them. */
export function TableCell({ row, day, at }: { row: TypedRow; day: string; at: string }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { rowName, isLocked } = useEntryFields();
  const key = cellKey(row.id, day);
  const label = t('cell', { day: format.dayInWords(day), hourType: rowName(row) });
  return (
    <td>
      <div className={classes.cell}>
        <CellInput cellKey={key} field="hours" by="hours" label={label} at={at} disabled={isLocked(day, key)} />
        <CellNote cellKey={key} by="hours" label={label} quiet />
      </div>
    </td>
  );
}

/** A row of another hour type, with the focus on its first day. */
export function AddRow() {
  const { sheet, days, isOpen, change } = useEntryFields();
  return (
    <AddHourType
      leaveOut={new Set(sheet.rows.map((row) => row.hourTypeId))}
      onAdd={(hourTypeId) =>
        change((before) => {
          const { sheet, rowId } = withRow(before, hourTypeId);
          focusSoon(cellKey(rowId, days.find(isOpen) ?? ''), 'hours');
          return sheet;
        })
      }
    />
  );
}

export function KeysHint({ className = '' }: { className?: string | undefined }) {
  const { t } = useTranslation('week');
  return <p className={`${classes.hint} ${className}`}>{t('keysHint')}</p>;
}
