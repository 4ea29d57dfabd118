import { longest } from '@konnekt/shared/basics/text-rules';
import type { BankEntry } from '@konnekt/shared/invoices/invoice-payment.contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../../api/problem.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { toast, toastProblem } from '../../../ui/toast.tsx';
import { useUndoPayment } from '../payment-queries.ts';
import { useInvoiceWords } from '../use-invoice-words.ts';
import classes from './bank.module.css';
import { useBook } from './bank-queries.ts';

/** On which invoice money is booked: those it may be for, with what stays open then, or one by its number. */
export function Decide({ entry }: { entry: BankEntry }) {
  const { t } = useTranslation('finance');
  const book = useBook(entry.id);
  const undo = useUndoPayment();
  const [number, setNumber] = useState('');
  const isNotOpen = book.error instanceof ApiProblem && Boolean(book.error.field('/number'));
  const bookOn = (which: string) =>
    book.mutate(which, {
      onSuccess: ({ invoices }) => {
        const payment = invoices.find((one) => one.number === which);
        toast({
          tone: 'good',
          message: t('bank.done', { number: which }),
          ...(payment && { act: { label: t('pay.undo'), perform: () => takeBack(payment.paymentId) } }),
        });
      },
      onError: (error) => {
        if (!(error instanceof ApiProblem && error.field('/number'))) toastProblem(error);
      },
    });
  // What was booked has left this list by then: said by the act itself, not by what is on screen.
  const takeBack = (paymentId: string) =>
    void undo
      .mutateAsync(paymentId)
      .then(() => toast({ tone: 'good', message: t('pay.undoDone') }))
      .catch(toastProblem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim()) bookOn(number.trim());
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
              onBook={() => bookOn(one.number)}
            />
          ))}
        </ul>
      )}
      <form onSubmit={submit} noValidate className={classes.form}>
        <TextField
          label={t('bank.number')}
          value={number}
          maxLength={longest.recordNumber}
          error={isNotOpen && t('bank.notOpen')}
          onChange={({ currentTarget }) => {
            book.reset();
            setNumber(currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" loading={book.isPending}>
          {t('bank.book')}
        </Button>
      </form>
    </div>
  );
}

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
