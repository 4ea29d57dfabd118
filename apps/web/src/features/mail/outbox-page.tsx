import { byTime } from '@konnekt/shared/basics/sorts';
import type { OutboxMail } from '@konnekt/shared/mail/mail.contract';
import { mailStates } from '@konnekt/shared/mail/mail.words';
import { IconMail, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { recordQuiet } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { FailureList } from '../background/parts/failure-list.tsx';
import { outboxFileAddress, outboxQuery, useTryAgain } from './outbox-queries.ts';
import { MailKindName, MailStateBadge } from './parts/mail-state.tsx';

export { OutboxPage as Component };

/** What was mailed to whom and how far it is, for the office; and what else went wrong outside its sight. */
function OutboxPage() {
  const { t } = useTranslation(['outbox', 'office']);
  const address = useAddress();
  const { data: agency } = useQuery(agencyQuery);
  const filter = { q: address.read('q') || undefined, state: oneOf(mailStates, address.read('state')) };
  const sort = oneOf(byTime, address.read('sort')) ?? '-at';
  const query = useInfiniteQuery(outboxQuery({ ...filter, sort }));
  const { tryAgain, isPending, pending } = useTryAgainWords();
  const columns = useColumns((id) => tryAgain([id]), pending);
  return (
    <Page
      title={t('title')}
      lead={t(agency?.demo ? 'leadDemo' : 'lead')}
      actions={
        <Button
          variant="default"
          loading={isPending && pending === undefined}
          leftSection={<IconRefresh size={17} stroke={1.8} aria-hidden />}
          onClick={() => tryAgain(undefined)}
        >
          {t('again.all')}
        </Button>
      }
    >
      <OfficeList
        label={t('table')}
        address={address}
        query={query}
        columns={columns}
        sort={sort}
        searchHint={t('searchHint')}
        known={{ state: mailStates, sort: byTime }}
        file={(as) => outboxFileAddress({ ...filter, sort, ...as })}
        empty={{ icon: IconMail, title: t('emptyTitle'), text: t('emptyText') }}
      >
        <ChoiceFilter
          address={address}
          name="state"
          label={t('column.state')}
          all={t('allStates')}
          words={mailStates}
          labelOf={(word) => t(`state.${word}`)}
        />
      </OfficeList>
      <FailureList />
    </Page>
  );
}

/** Trying again, and what is said of it. */
function useTryAgainWords() {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const again = useTryAgain();
  const tryAgain = (ids: string[] | undefined) =>
    again.mutate(ids, {
      onSuccess: ({ done, refused: [refused] }) =>
        toast(
          refused
            ? { tone: 'bad', message: t(`notAgain.${refused.code}`) }
            : {
                tone: 'good',
                message: t(done === 0 ? 'again.none' : 'again.done', { count: done, number: format.count(done) }),
              },
        ),
      onError: toastProblem,
    });
  return { tryAgain, isPending: again.isPending, pending: again.isPending ? again.variables?.[0] : undefined };
}

function useColumns(tryAgain: (id: string) => void, pending: string | undefined): Column<OutboxMail>[] {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  return [
    {
      id: 'to',
      header: t('column.to'),
      cell: ({ to, name }) => (
        <>
          <strong>{name ?? to}</strong>
          {name && <div className={recordQuiet}>{to}</div>}
        </>
      ),
    },
    {
      id: 'kind',
      header: t('column.kind'),
      cell: (mail) => (
        <>
          <MailKindName kind={mail.kind} />
          <div className={recordQuiet}>{mail.subject}</div>
        </>
      ),
    },
    {
      id: 'at',
      header: t('column.at'),
      cell: ({ at }) => <time dateTime={at}>{format.moment(at)}</time>,
      isSortable: true,
      isLargestFirst: true,
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: (mail) => (
        <>
          <MailStateBadge state={mail.state} />
          {mail.sentAt && <div className={recordQuiet}>{format.moment(mail.sentAt)}</div>}
          {mail.failure && <div>{t(`failure.${mail.failure}`)}</div>}
          {mail.error && <div className={recordQuiet}>{t('said', { text: mail.error })}</div>}
        </>
      ),
    },
    { id: 'tries', header: t('column.tries'), isFigure: true, cell: ({ tries }) => format.count(tries), rank: 1 },
    {
      id: 'next',
      header: t('column.next'),
      cell: ({ nextTryAt }) => (nextTryAt ? format.moment(nextTryAt) : ''),
    },
    {
      id: 'again',
      header: t('column.again'),
      cell: ({ id, to, state, notAgain }) => {
        if (state === 'sent' || state === 'waiting') return '';
        if (notAgain) return <span className={recordQuiet}>{t(`notAgain.${notAgain}`)}</span>;
        return (
          <Button
            variant="default"
            size="xs"
            loading={pending === id}
            aria-label={t('again.oneTo', { address: to })}
            onClick={() => tryAgain(id)}
          >
            {t('again.one')}
          </Button>
        );
      },
    },
  ];
}
