import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { useTicks } from '../../kit/list/ticks.ts';
import { Button } from '../../ui/button.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { useSend } from './payment-queries.ts';

/** Mails the final invoices that are ticked, and keeps why some were not. */
export function useMailing(ticks: ReturnType<typeof useTicks>) {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const send = useSend();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const press = () =>
    send.mutate(
      { ids: ticks.ticked },
      {
        onSuccess: ({ done, refused }) => {
          const said = (text: 'mail.done' | 'mail.refused', count: number) =>
            count > 0 && t(text, { count, number: format.count(count) });
          const message = [said('mail.done', done.length), said('mail.refused', refused.length)];
          toast({ tone: refused.length > 0 ? 'bad' : 'good', message: message.filter(Boolean).join(' ') });
          ticks.untick(done.map(({ id }) => id));
          setRefusals(new Map(refused.map(({ id, code }) => [id, t(`mail.notSent.${code}`)])));
        },
        onError: toastProblem,
      },
    );
  return { count: ticks.ticked.length, whyNot: (id: string) => refusals.get(id), press, isPending: send.isPending };
}

export function MailButton({ mailing }: { mailing: ReturnType<typeof useMailing> }) {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const { count, press, isPending } = mailing;
  return (
    <Button
      disabled={count === 0}
      loading={isPending}
      leftSection={<IconMailForward size={17} stroke={1.8} aria-hidden />}
      onClick={press}
    >
      {count > 0 ? t('mail.many', { count, number: format.count(count) }) : t('mail.act')}
    </Button>
  );
}
