import { parseHours } from '@konnekt/shared/basics/minutes';
import { parseHundredths } from '@konnekt/shared/basics/money';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import { isTime } from '@konnekt/shared/hour-types/hour-type.words';
import type { Invoice, InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type ApiProblem, isProblem } from '../../api/problem.ts';
import { paths } from '../../kit/address/paths.ts';
import { BoundCheck, BoundText, BoundTextArea } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { missing } from '../../kit/form/typed-values.ts';
import { FormProblems, useRecordForm } from '../../kit/form/use-record-form.ts';
import { Choice } from '../../ui/choice.tsx';
import { isTooLong } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import classes from './dialogs.module.css';
import { useCredit } from './invoice-queries.ts';
import { leftOf, useInvoiceWords } from './use-invoice-words.ts';
import { useSentOnce } from './use-sent-once.ts';

/** Of each line how much is typed, by `sizeOf` it. */
type CreditValues = { reason: string; freesLines: boolean; [size: `size.${string}`]: string };
const sizeOf = ({ id }: Pick<InvoiceLine, 'id'>) => `size.${id}` as const;

/** Drafts a credit note: all that is left of an invoice, or some of its lines with how much of each. */
export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const navigate = useNavigate();
  const credit = useSentOnce(useCredit(invoice.id).mutateAsync);
  const [what, setWhat] = useState<'whole' | 'part'>('whole');
  const open = invoice.lines.filter((line) => leftOf(line) > 0);
  const [blank] = useState<CreditValues>(() => ({
    ...{ reason: '', freesLines: false },
    ...Object.fromEntries(open.map((line) => [sizeOf(line), ''])),
  }));
  const [first] = open;
  const read = (values: CreditValues) =>
    what === 'whole'
      ? []
      : open.flatMap((line) => {
          const text = values[sizeOf(line)]?.trim();
          return text ? [{ line, size: readSize(line, text) }] : [];
        });
  const form = useRecordForm({
    stored: blank,
    find: (values): FieldProblem[] => {
      const asked = read(values);
      return [
        ...(what === 'part' && asked.length === 0
          ? [{ pointer: first ? `/${sizeOf(first)}` : '/lines', code: 'no-lines' }]
          : []),
        ...asked.flatMap(({ line, size }) =>
          size === undefined ? [{ pointer: `/${sizeOf(line)}`, code: 'more-than-is-left' }] : [],
        ),
        ...missing(values, ['reason']),
        ...(isTooLong(values.reason, longest.reason) ? [{ pointer: '/reason', code: 'too-long' }] : []),
      ];
    },
    save: (values) => {
      const { reason, freesLines } = values;
      const lines = read(values).map(({ line, size = 0 }) => ({ lineId: line.id, size }));
      return credit({ reason, freesLines, ...(what === 'part' && { lines }) }).catch((error: unknown) => {
        if (isProblem(error, 'nothing-to-send'))
          throw new FormProblems([{ pointer: '/lines', code: 'nothing-to-credit' }]);
        throw isProblem(error, 'invalid-input') ? new FormProblems(atSizes(error, lines)) : error;
      });
    },
    formOf: () => blank,
    onSaved: ({ id }) => {
      toast({ tone: 'good', message: t('credit.done') });
      onClose();
      void navigate(paths.invoice(id));
    },
  });
  return (
    <FormDialog
      title={t('credit.title', { number: invoice.number })}
      form={form}
      isNew
      nameOf={(field) => field}
      submit={t('credit.submit')}
      onClose={onClose}
    >
      <Choice
        legend={t('credit.what')}
        value={what}
        onChange={setWhat}
        options={(['whole', 'part'] as const).map((value) => ({ value, label: t(`credit.${value}`) }))}
      />
      {what === 'part' && (
        <div className={classes.quantities}>
          {open.map((line) => (
            <BoundText
              key={line.id}
              name={sizeOf(line)}
              label={t('credit.quantity', { name: nameOf(line), type: words.hourType(line) })}
              description={t('credit.left', { quantity: words.quantity({ ...line, size: leftOf(line) }) })}
              inputMode="decimal"
            />
          ))}
        </div>
      )}
      <BoundCheck name="freesLines" label={t('credit.frees')} description={t('credit.freesHint')} />
      <BoundTextArea name="reason" label={t('credit.reason')} limit={longest.reason} rows={3} required />
    </FormDialog>
  );
}

/** Of what was refused of a line, at the field of that line. */
const atSizes = ({ body }: ApiProblem, lines: readonly { lineId: string }[]): FieldProblem[] =>
  (body.errors ?? []).map((problem) => {
    const line = lines[Number(/^\/lines\/(\d+)\//.exec(problem.pointer)?.[1])];
    return line ? { pointer: `/${sizeOf({ id: line.lineId })}`, code: 'more-than-is-left' } : problem;
  });

const nameOf = ({ employeeName, isoWeek }: InvoiceLine) =>
  [employeeName, isoWeek && `week ${isoWeek}`].filter(Boolean).join(', ');

/** How much was typed, in the line's own unit; nothing where it cannot be read or is more than what is left. */
function readSize(line: InvoiceLine, text: string): number | undefined {
  const read = isTime(line.unit) ? parseHours(text) : parseHundredths(text);
  const size = 'minutes' in read ? read.minutes : 'hundredths' in read ? read.hundredths : 0;
  return size > 0 && size <= leftOf(line) ? size : undefined;
}
