import { IconMessage, IconMessageFilled, IconPaperclip } from '@tabler/icons-react';
import { type KeyboardEvent, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './cell-note.module.css';
import { dialog } from './dialogs.tsx';
import { useEntryFields } from './entry-fields.ts';
import { isBlank, type TypedCell } from './sheet.ts';

/** Fetched when it is opened. */
const CellNoteDialog = dialog(async () => (await import('./cell-note-dialog.tsx')).CellNoteDialog);

/** What is more to a cell than its hours: a remark and, where it has one, the budget number and the receipt. */
export function CellNote(props: {
  cellKey: string;
  by: TypedCell['by'];
  label: string;
  large?: boolean;
  quiet?: boolean;
}) {
  const { cellKey, by, label } = props;
  const { t } = useTranslation('week');
  const { sheet, problemOf, receiptOfKey } = useEntryFields();
  const [isOpen, setIsOpen] = useState(false);
  const cell = sheet.cells[cellKey];
  const takesReceipt = receiptOfKey(cellKey) !== 'none' || Boolean(cell?.receipt);
  const hasNote = cell?.receipt || (cell?.remark ?? '').trim() !== '';
  const isWrong = (['remark', 'budgetNumber', 'receipt'] as const).some((field) => problemOf(cellKey, field));
  const Icon = takesReceipt ? IconPaperclip : hasNote ? IconMessageFilled : IconMessage;
  const name = t(takesReceipt ? 'noteReceipt' : hasNote ? 'noteEdit' : 'noteAdd', { cell: label });
  return (
    <>
      <button
        type="button"
        className={classes.button}
        data-note={cellKey}
        data-large={props.large || undefined}
        data-on={hasNote ? true : undefined}
        data-bad={isWrong || undefined}
        style={{ visibility: isBlank(cell) && !isOpen ? 'hidden' : undefined }}
        // In the table Tab goes from day to day; Alt + Enter in the field opens this.
        tabIndex={props.quiet ? -1 : undefined}
        aria-label={name}
        title={name}
        onClick={() => setIsOpen(true)}
      >
        <Icon size={16} stroke={1.75} aria-hidden />
      </button>
      {isOpen && (
        <Suspense>
          <CellNoteDialog cellKey={cellKey} by={by} label={label} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Alt + Enter in a field opens its remark. */
export function openNoteByKey(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target;
  if (event.key !== 'Enter' || !event.altKey || !(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  noteButton(event.currentTarget, field.dataset.cell ?? '')?.click();
}

export const noteButton = (inside: ParentNode, key: string): HTMLButtonElement | null =>
  inside.querySelector<HTMLButtonElement>(`button[data-note="${CSS.escape(key)}"]`);
