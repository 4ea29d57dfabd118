import { longest } from '@konnekt/shared/basics/text-rules';
import type { BankEntry } from '@konnekt/shared/invoices/invoice-payment.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../../api/problem.ts';
import { problemMessage } from '../../../api/problem-message.ts';
import { paths } from '../../../kit/address/paths.ts';
import { BoundText, FormProvider } from '../../../kit/form/bound-fields.tsx';
import { LeaveGuard } from '../../../kit/form/leave-guard.tsx';
import { missing } from '../../../kit/form/typed-values.ts';
import { useRecordForm } from '../../../kit/form/use-record-form.ts';
import { useWrongText } from '../../../kit/form/use-wrong-text.ts';
import { Button } from '../../../ui/button.tsx';
import { toast, toastProblem } from '../../../ui/toast.tsx';
import { useUndoPayment } from '../payment-queries.ts';
import { useInvoiceWords } from '../use-invoice-words.ts';
import classes from './bank.module.css';
import { useBook } from './bank-queries.ts';

/** On which invoice money is booked: those it may be for, with what stays open then, or one by its number. */
export function Decide({ entry }: { entry: BankEntry }) {
  const { t } = useTranslation('finance');
  const wrongText = useWrongText();
  const book = useBook(entry.id);
  const undo = useUndoPayment();
  const bookOn = async (which: string): Promise<void> => {
    const { invoices } = await book.mutateAsync(which);
    const payment = invoices.find((one) => one.number === which);
    toast({
      tone: 'good',
      message: t('bank.done', { number: which }),
      ...(payment && { act: { label: t('pay.undo'), perform: () => takeBack(payment.paymentId) } }),
    });
  };
  // What was booked has left this list by then: said by the act itself, not by what is on screen.
  const takeBack = (paymentId: string) =>
    void undo
      .mutateAsync(paymentId)
      .then(() => toast({ tone: 'good', message: t('pay.undoDone') }))
      .catch(toastProblem);
  const form = useRecordForm({
    stored: blank,
    find: missing,
    save: ({ number }) => bookOn(number.trim()),
    formOf: () => blank,
  });
  const failed = (error: unknown) => {
    const problem = error instanceof ApiProblem && error.field('/number');
    if (problem) toast({ tone: 'bad', message: wrongText(problem) });
    else toastProblem(error);
  };
  return (
    <div className={classes.decide}>
      {entry.suggestions.length > 0 && (
        <ul className={classes.suggestions}>
          {entry.suggestions.map((one) => (
            <Suggestion
              key={one.id}
              invoice={one}
              leftCents={entry.leftCents}
              isBusy={book.isPending}
              onBook={() => void bookOn(one.number).catch(failed)}
            />
          ))}
        </ul>
      )}
      <FormProvider form={form}>
        <form ref={form.form} onSubmit={(event) => void form.submit(event)} noValidate className={classes.form}>
          <LeaveGuard isDirty={form.isDirty} />
          <BoundText name="number" label={t('bank.number')} maxLength={longest.recordNumber} />
          <Button type="submit" variant="default" loading={book.isPending}>
            {t('bank.book')}
          </Button>
          {form.failure !== undefined && (
            <strong role="alert" className={classes.failure}>
              {problemMessage(form.failure)}
            </strong>
          )}
        </form>
      </FormProvider>
    </div>
  );
}

const blank = { number: '' };

function Suggestion(props: {
  invoice: BankEntry['suggestions'][number];
  leftCents: number;
  isBusy: boolean;
  onBook: () => void;
}) {
  const { t } = useTranslation('finance');
  const words = useInvoiceWords();
  const { id, number, organisationName, openCents, why } = props.invoice;
  const rest = openCents - props.leftCents;
  return (
    <li>
      <span className={classes.facts}>
        <span>
          <Link to={paths.invoice(id)}>{number}</Link> {organisationName}
        </span>
        <span className={classes.quiet}>
          {t('bank.open', { amount: words.money(openCents) })} ·{' '}
          {t(why === 'number' ? 'bank.named' : 'bank.sameAmount')}
        </span>
        {rest !== 0 && (
          <span className={classes.rest}>
            {t(rest > 0 ? 'bank.staysOpen' : 'bank.staysOver', { amount: words.money(Math.abs(rest)) })}
          </span>
        )}
      </span>
      <Button variant="default" disabled={props.isBusy} onClick={props.onBook}>
        {t('bank.bookOn', { number })}
      </Button>
    </li>
  );
}
