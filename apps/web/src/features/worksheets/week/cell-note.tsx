import { longest } from '@konnekt/shared/basics/text-rules';
import { IconMessage, IconMessageFilled } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextAreaField, TextField } from '../../../ui/field.tsx';
import { isBlank, type TypedCell } from '../../hours/parts/sheet.ts';
import { wrongText } from '../../hours/parts/wrong-text.ts';
import classes from './cell-note.module.css';
import { useEntryFields, usesBudgetNumbers } from './entry-fields.ts';

/** What is more to a cell than its hours: a remark and, where the job has one, the budget number. */
export function CellNote(props: {
  cellKey: string;
  by: TypedCell['by'];
  label: string;
  large?: boolean;
  quiet?: boolean;
}) {
  const { cellKey, by, label } = props;
  const { t } = useTranslation('week');
  const { t: hours } = useTranslation('hours');
  const { entry, sheet, problemOf, type } = useEntryFields();
  const [isOpen, setIsOpen] = useState(false);
  const cell = sheet.cells[cellKey];
  const hasRemark = (cell?.remark ?? '').trim() !== '';
  const problem = problemOf(cellKey, 'remark');
  const budgetProblem = problemOf(cellKey, 'budgetNumber');
  const Icon = hasRemark ? IconMessageFilled : IconMessage;
  const name = t(hasRemark ? 'noteEdit' : 'noteAdd', { cell: label });
  return (
    <>
      <button
        type="button"
        className={classes.button}
        data-note={cellKey}
        data-large={props.large || undefined}
        data-on={hasRemark || undefined}
        data-bad={problem || budgetProblem ? true : undefined}
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
        <Dialog title={label} onClose={() => setIsOpen(false)}>
          <div className={classes.form}>
            <TextAreaField
              label={t('field.remark')}
              rows={3}
              limit={longest.lineRemark}
              counts
              data-autofocus
              value={cell?.remark ?? ''}
              error={problem && hours(wrongText(problem))}
              onChange={(event) => type(cellKey, by, { remark: event.currentTarget.value })}
            />
            {usesBudgetNumbers(entry) && (
              <TextField
                label={t('field.budgetNumber')}
                list="budget-numbers"
                maxLength={longest.budgetNumber}
                autoComplete="off"
                value={cell?.budgetNumber ?? ''}
                error={budgetProblem && hours(wrongText(budgetProblem))}
                onChange={(event) => type(cellKey, by, { budgetNumber: event.currentTarget.value })}
              />
            )}
            <datalist id="budget-numbers">
              {entry.budgetNumbers.map(({ number, description }) => (
                <option key={number} value={number}>
                  {description}
                </option>
              ))}
            </datalist>
          </div>
          <DialogActions>
            <Button onClick={() => setIsOpen(false)}>{t('noteDone')}</Button>
          </DialogActions>
        </Dialog>
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
