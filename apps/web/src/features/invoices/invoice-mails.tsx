import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import type { InvoiceSending } from '@konnekt/shared/invoices/invoice-sending.contract';
import { IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { MailStateBadge } from '../mail/parts/mail-state.tsx';
import classes from './invoice-log.module.css';
import { sendingsQuery, useSend, useTrySendingAgain } from './payment-queries.ts';

/** When an invoice and its reminders were mailed, to whom, and what became of that; for the office. */
export function InvoiceMails({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('finance');
  const query = useQuery(sendingsQuery(invoice.id));
  const send = useSend();
  const isSent = query.data?.items.some(({ step }) => step === 0) ?? false;
  const press = () =>
    send.mutate(
      { ids: [invoice.id], again: isSent },
      {
        onSuccess: ({ refused: [refused] }) =>
          toast(
            refused
              ? { tone: 'bad', message: t(`mail.notSent.${refused.code}`) }
              : { tone: 'good', message: t('mail.done', { count: 1, number: '1' }) },
          ),
        onError: toastProblem,
      },
    );
  return (
    <Panel
      title={t('mail.title')}
      aside={
        <Button
          variant="default"
          size="xs"
          loading={send.isPending}
          leftSection={<IconMailForward size={16} stroke={1.8} aria-hidden />}
          onClick={press}
        >
          {t(isSent ? 'mail.again' : 'mail.act')}
        </Button>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={1} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.none}>{t('mail.none')}</p>
          ) : (
            <ul className={classes.log}>
              {items.map((sending) => (
                <Sending key={sending.id} sending={sending} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Sending({ sending }: { sending: InvoiceSending }) {
  const { t } = useTranslation(['finance', 'outbox']);
  const format = useFormat();
  const again = useTrySendingAgain();
  const { step, to, at, byName, state, failure, error, sentAt, mailId, canTryAgain } = sending;
  const asked = byName
    ? t('mail.asked', { at: format.moment(at), name: byName })
    : t('mail.askedByClock', { at: format.moment(at) });
  const tryAgain = (id: string) =>
    again.mutate(id, {
      onSuccess: () => toast({ tone: 'good', message: t('mail.triedAgain') }),
      onError: toastProblem,
    });
  return (
    <li>
      <span>
        {step > 0 && <strong>{t('mail.reminder', { step })} </strong>}
        {t('mail.to', { address: to })}
        <span className={classes.quiet}>
          {asked}
          {sentAt && `, ${t('mail.sentAt', { at: format.moment(sentAt) })}`}
        </span>
        {failure && <span className={classes.wrong}>{t(`outbox:failure.${failure}`)}</span>}
        {error && <span className={classes.quiet}>{t('mail.said', { text: error })}</span>}
      </span>
      <span className={classes.end}>
        <MailStateBadge state={state} />
        {canTryAgain && mailId && (
          <Button variant="default" size="xs" loading={again.isPending} onClick={() => tryAgain(mailId)}>
            {t('mail.tryAgain')}
          </Button>
        )}
      </span>
    </li>
  );
}
