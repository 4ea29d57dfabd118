import { parseHours } from '@konnekt/shared/basics/minutes';
import { parseHundredths } from '@konnekt/shared/basics/money';
import { longest } from '@konnekt/shared/basics/text-rules';
import { isTime } from '@konnekt/shared/hour-types/hour-type.words';
import type { Invoice, InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { TypedDialog } from '../../kit/form/typed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { isTooLong, TextAreaField, TextField } from '../../ui/field.tsx';
import { focusWrong } from '../../ui/focus-wrong.ts';
import { CheckField } from '../../ui/form-fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';
import classes from './dialogs.module.css';
import { useCredit } from './invoice-queries.ts';
import { leftOf, useInvoiceProblem, useInvoiceWords } from './use-invoice-words.ts';

/** Drafts a credit note: all that is left of an invoice, or some of its lines with how much of each. */
export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useTranslation(['invoices', 'common']);
  const words = useInvoiceWords();
  const navigate = useNavigate();
  const credit = useCredit(invoice.id);
  const onProblem = useInvoiceProblem();
  const [what, setWhat] = useState<'whole' | 'part'>('whole');
  const [sizes, setSizes] = useState<Record<string, string>>({});
  const [frees, setFrees] = useState(false);
  const [reason, setReason] = useState('');
  const [wasPressed, setWasPressed] = useState(false);
  const open = invoice.lines.filter((line) => leftOf(line) > 0);
  const asked = open.flatMap((line) => {
    const text = sizes[line.id]?.trim();
    return text ? { lineId: line.id, size: readSize(line, text) } : [];
  });
  const lines = asked.flatMap(({ lineId, size }) => (size === undefined ? [] : { lineId, size }));
  const isWrong = (line: InvoiceLine) => asked.some(({ lineId, size }) => lineId === line.id && size === undefined);
  const needsReason = reason.trim() === '';
  const needsLines = what === 'part' && asked.length === 0;

  const isTyped = frees || [reason, ...Object.values(sizes)].some((text) => text.trim() !== '');

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setWasPressed(true);
    const hasWrong = what === 'part' && lines.length < asked.length;
    if (needsReason || needsLines || hasWrong || isTooLong(reason, longest.reason))
      return focusWrong(event.currentTarget);
    credit.mutate(
      { reason, freesLines: frees, ...(what === 'part' && { lines }) },
      {
        onSuccess: ({ id }) => {
          toast({ tone: 'good', message: t('credit.done') });
          onClose();
          void navigate(paths.invoice(id));
        },
        onError: onProblem,
      },
    );
  };

  return (
    <TypedDialog title={t('credit.title', { number: invoice.number })} isDirty={() => isTyped} onClose={onClose}>
      {(close) => (
        <form onSubmit={submit} noValidate className={classes.form}>
          <Choice
            legend={t('credit.what')}
            value={what}
            onChange={setWhat}
            options={(['whole', 'part'] as const).map((value) => ({ value, label: t(`credit.${value}`) }))}
          />
          {what === 'part' && (
            <div className={classes.quantities}>
              {open.map((line) => (
                <TextField
                  key={line.id}
                  label={t('credit.quantity', { name: nameOf(line), type: words.hourType(line) })}
                  description={t('credit.left', { quantity: words.quantity({ ...line, size: leftOf(line) }) })}
                  error={wasPressed && isWrong(line) && t('credit.wrong')}
                  inputMode="decimal"
                  value={sizes[line.id] ?? ''}
                  onChange={({ currentTarget }) => setSizes({ ...sizes, [line.id]: currentTarget.value })}
                />
              ))}
            </div>
          )}
          {wasPressed && needsLines && (
            <Notice tone="bad" role="alert">
              {t('credit.nothing')}
            </Notice>
          )}
          <CheckField
            label={t('credit.frees')}
            description={t('credit.freesHint')}
            checked={frees}
            onChange={({ currentTarget }) => setFrees(currentTarget.checked)}
          />
          <TextAreaField
            label={t('credit.reason')}
            error={wasPressed && needsReason && t('credit.reasonMissing')}
            value={reason}
            limit={longest.reason}
            rows={3}
            required
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <DialogActions>
            <Button variant="default" onClick={close}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={credit.isPending}>
              {t('credit.submit')}
            </Button>
          </DialogActions>
        </form>
      )}
    </TypedDialog>
  );
}

const nameOf = ({ employeeName, isoWeek }: InvoiceLine) =>
  [employeeName, isoWeek && `week ${isoWeek}`].filter(Boolean).join(', ');

/** How much was typed, in the line's own unit; nothing where it cannot be read or is more than what is left. */
function readSize(line: InvoiceLine, text: string): number | undefined {
  const read = isTime(line.unit) ? parseHours(text) : parseHundredths(text);
  const size = 'minutes' in read ? read.minutes : 'hundredths' in read ? read.hundredths : 0;
  return size > 0 && size <= leftOf(line) ? size : undefined;
}
