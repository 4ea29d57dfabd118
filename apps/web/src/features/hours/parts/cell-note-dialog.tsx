import { longest } from '@konnekt/shared/basics/text-rules';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextAreaField, TextField } from '../../../ui/field.tsx';
import classes from './cell-note.module.css';
import { useEntryFields, usesBudgetNumbers } from './entry-fields.ts';
import { ReceiptField } from './receipt-field.tsx';
import type { TypedCell } from './sheet.ts';
import { wrongText } from './wrong-text.ts';

/** The remark of a cell, its budget number and its receipt, as far as it has them. */
export function CellNoteDialog(props: { cellKey: string; by: TypedCell['by']; label: string; onClose: () => void }) {
  const { cellKey, by, label, onClose } = props;
  const { t } = useTranslation(['week', 'dialogs']);
  const { t: hours } = useTranslation('hours');
  const { entry, sheet, problemOf, receiptOfKey, type } = useEntryFields();
  const cell = sheet.cells[cellKey];
  const wish = receiptOfKey(cellKey);
  const wordsAt = (field: 'remark' | 'budgetNumber' | 'receipt') => {
    const problem = problemOf(cellKey, field);
    return problem && hours(wrongText(problem));
  };
  return (
    <Dialog title={label} onClose={onClose}>
      <div className={classes.form}>
        <TextAreaField
          label={t('field.remark')}
          rows={3}
          limit={longest.lineRemark}
          counts
          data-autofocus
          value={cell?.remark ?? ''}
          error={wordsAt('remark')}
          onChange={(event) => type(cellKey, by, { remark: event.currentTarget.value })}
        />
        {usesBudgetNumbers(entry) && (
          <TextField
            label={t('field.budgetNumber')}
            list="budget-numbers"
            maxLength={longest.budgetNumber}
            autoComplete="off"
            value={cell?.budgetNumber ?? ''}
            error={wordsAt('budgetNumber')}
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
        {(wish !== 'none' || cell?.receipt) && (
          <ReceiptField
            receipt={cell?.receipt ?? null}
            wish={wish}
            error={wordsAt('receipt')}
            onChange={(receipt) => type(cellKey, by, { receipt })}
          />
        )}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('dialogs:note.done')}</Button>
      </DialogActions>
    </Dialog>
  );
}
