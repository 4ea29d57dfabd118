import { isOffice } from '@konnekt/shared/basics/actor';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import type { InvoicePayment } from '@konnekt/shared/invoices/invoice-payment.contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import classes from './invoice-log.module.css';
import { PayDialog } from './pay-dialog.tsx';
import { paymentsQuery, useUndoPayment } from './payment-queries.ts';
import { useInvoiceWords } from './use-invoice-words.ts';

/** What was paid for an invoice, and what is open; the office books and undoes. */
export function InvoicePayments({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('finance');
  const isOfOffice = isOffice(useMe());
  const query = useQuery(paymentsQuery(invoice.id));
  const [isPaying, setIsPaying] = useState(false);
  const openCents = query.data?.openCents ?? 0;
  return (
    <Panel
      title={t('pay.title')}
      aside={
        isOfOffice &&
        openCents > 0 && (
          <Button variant="default" size="xs" onClick={() => setIsPaying(true)}>
            {t('pay.act')}
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={2} />}>
        {(payments) => <Paid payments={payments} />}
      </Loaded>
      {isPaying && <PayDialog id={invoice.id} openCents={openCents} onClose={() => setIsPaying(false)} />}
    </Panel>
  );
}

function Paid({ payments }: { payments: Output<'GET /api/invoices/:id/payments'> }) {
  const { t } = useTranslation('finance');
  const words = useInvoiceWords();
  const { items, openCents, creditedCents } = payments;
  const isSettled = openCents === 0;
  return (
    <>
      {items.length === 0 && creditedCents === 0 ? (
        <p className={classes.none}>{t('pay.none')}</p>
      ) : (
        <ul className={classes.log}>
          {creditedCents > 0 && (
            <li>
              <span>{t('pay.creditedBefore')}</span>
              <span className="figures">{words.money(creditedCents)}</span>
            </li>
          )}
          {items.map((payment) => (
            <Payment key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
      <p className={classes.open}>
        <span>{t(isSettled ? 'pay.settled' : openCents < 0 ? 'pay.over' : 'pay.open')}</span>
        {!isSettled && <span className="figures">{words.money(Math.abs(openCents))}</span>}
      </p>
    </>
  );
}

function Payment({ payment }: { payment: InvoicePayment }) {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const words = useInvoiceWords();
  const isOfOffice = isOffice(useMe());
  const undo = useUndoPayment();
  const { id, amountCents, paidOn, remark, byName, payerName, isFromBank, undoneAt, undoneByName } = payment;
  const amount = words.money(amountCents);
  const press = () =>
    undo.mutate(id, {
      onSuccess: () => toast({ tone: 'good', message: t('pay.undoDone') }),
      onError: toastProblem,
    });
  return (
    <li>
      <span>
        <span className={undoneAt ? classes.undone : 'figures'}>{format.day(paidOn)}</span>
        {isOfOffice && (
          <span className={classes.quiet}>
            {isFromBank ? t('pay.bank', { name: payerName ?? '' }) : t('pay.byHand', { name: byName })}
            {remark && `. ${remark}`}
          </span>
        )}
        {undoneAt && (
          <span className={classes.quiet}>{t('pay.undone', { name: undoneByName, at: format.moment(undoneAt) })}</span>
        )}
      </span>
      <span className={classes.end}>
        <span className={undoneAt ? classes.undone : 'figures'}>{amount}</span>
        {isOfOffice && !undoneAt && (
          <Button
            variant="default"
            size="xs"
            loading={undo.isPending}
            aria-label={t('pay.undoOne', { amount })}
            onClick={press}
          >
            {t('pay.undo')}
          </Button>
        )}
      </span>
    </li>
  );
}
