import type { BankEntry } from '@konnekt/shared/invoices/invoice-payment.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { toastProblem } from '../../../ui/toast.tsx';
import { useInvoiceWords } from '../use-invoice-words.ts';
import classes from './bank.module.css';
import { useSetAside } from './bank-queries.ts';
import { Decide } from './decide.tsx';

/** Money that came in: from whom, and the invoices it may be for. */
export function Entry({ entry }: { entry: BankEntry }) {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const words = useInvoiceWords();
  const { bookedOn, amountCents, leftCents, payerName, payerIban, description, state, invoices } = entry;
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <span className={classes.facts}>
          <strong>{payerName ?? t('bank.unknownPayer')}</strong>
          <span className={classes.quiet}>{[format.day(bookedOn), payerIban].filter(Boolean).join(' · ')}</span>
          <span>{description}</span>
          {invoices.map(({ id, number, amountCents: cents }) => (
            <span key={`${id} ${cents}`} className={classes.quiet}>
              <Link to={paths.invoice(id)}>{number}</Link> {words.money(cents)}
            </span>
          ))}
        </span>
        <span className={classes.end}>
          <strong className="figures">{words.money(amountCents)}</strong>
          {leftCents > 0 && leftCents < amountCents && (
            <span className={classes.quiet}>{t('bank.left', { amount: words.money(leftCents) })}</span>
          )}
          {leftCents > 0 && <SetAside entry={entry} />}
        </span>
      </div>
      {state === 'doubtful' && <Decide entry={entry} />}
    </li>
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
