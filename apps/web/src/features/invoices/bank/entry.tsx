import { longest } from '@konnekt/shared/basics/text-rules';
import type { BankEntry } from '@konnekt/shared/invoices/invoice-payment.contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../../api/problem.ts';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { toast, toastProblem } from '../../../ui/toast.tsx';
import log from '../invoice-log.module.css';
import { useInvoiceWords } from '../use-invoice-words.ts';
import { useBook, useSetAside } from './bank-queries.ts';

/** Money that came in: from whom, and the invoices it may be for. */
export function Entry({ entry }: { entry: BankEntry }) {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const words = useInvoiceWords();
  const { bookedOn, amountCents, leftCents, payerName, payerIban, description, state, invoices } = entry;
  return (
    <li>
      <span>
        <strong>{payerName ?? t('bank.unknownPayer')}</strong>
        <span className={log.quiet}>{[format.day(bookedOn), payerIban].filter(Boolean).join(' · ')}</span>
        <span>{description}</span>
        {invoices.map(({ id, number, amountCents: cents }) => (
          <span key={`${id} ${cents}`} className={log.quiet}>
            <Link to={paths.invoice(id)}>{number}</Link> {words.money(cents)}
          </span>
        ))}
        {state === 'doubtful' && <Decide entry={entry} />}
      </span>
      <span className={log.end}>
        <strong className="figures">{words.money(amountCents)}</strong>
        {leftCents > 0 && leftCents < amountCents && (
          <span className={log.quiet}>{t('bank.left', { amount: words.money(leftCents) })}</span>
        )}
        {leftCents > 0 && <SetAside entry={entry} />}
      </span>
    </li>
  );
}

function Decide({ entry }: { entry: BankEntry }) {
  const { t } = useTranslation('finance');
  const words = useInvoiceWords();
  const book = useBook(entry.id);
  const [number, setNumber] = useState('');
  const isNotOpen = book.error instanceof ApiProblem && Boolean(book.error.field('/number'));
  const bookOn = (which: string) =>
    book.mutate(which, {
      onSuccess: () => toast({ tone: 'good', message: t('bank.done', { number: which }) }),
      onError: (error) => {
        if (!(error instanceof ApiProblem && error.field('/number'))) toastProblem(error);
      },
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim()) bookOn(number.trim());
  };
  return (
    <span>
      {entry.suggestions.length > 0 && (
        <span className={log.book}>
          {entry.suggestions.map(({ id, number: which, organisationName, openCents, why }) => (
            <Button
              key={id}
              variant="default"
              size="xs"
              disabled={book.isPending}
              title={t(why === 'number' ? 'bank.named' : 'bank.sameAmount')}
              aria-label={`${t('bank.bookOn', { number: which })}, ${organisationName}`}
              onClick={() => bookOn(which)}
            >
              {t('bank.suggestion', { number: which, name: organisationName, amount: words.money(openCents) })}
            </Button>
          ))}
        </span>
      )}
      <form onSubmit={submit} noValidate className={log.book}>
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
    </span>
  );
}

function SetAside({ entry }: { entry: BankEntry }) {
  const { t } = useTranslation('finance');
  const words = useInvoiceWords();
  const setAside = useSetAside(entry.id);
  const isAside = entry.state === 'aside';
  const name = entry.payerName ?? t('bank.unknownPayer');
  return (
    <Button
      variant="default"
      size="xs"
      loading={setAside.isPending}
      {...(!isAside && { 'aria-label': t('bank.asideOf', { amount: words.money(entry.leftCents), name }) })}
      onClick={() => setAside.mutate(!isAside, { onError: toastProblem })}
    >
      {t(isAside ? 'bank.backOf' : 'bank.aside')}
    </Button>
  );
}
