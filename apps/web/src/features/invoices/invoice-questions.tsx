import { isOffice } from '@konnekt/shared/basics/actor';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AskLink } from '../messages/parts/ask-link.tsx';
import { threadRows } from '../messages/parts/message-queries.ts';
import { useThreadColumns } from '../messages/parts/use-thread-columns.tsx';
import log from './invoice-log.module.css';
import { useInvoiceWords } from './use-invoice-words.ts';

/** What is asked and answered about an invoice: the threads of it that this reader sees. */
export function InvoiceQuestions({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('finance');
  const words = useInvoiceWords();
  const isOfOffice = isOffice(useMe());
  const query = useInfiniteQuery(threadRows({ invoiceId: invoice.id, view: 'inbox' }));
  const columns = useThreadColumns().filter(({ id }) => id !== 'organisation');
  const isEmpty = query.data?.pages[0]?.items.length === 0;
  return (
    <Panel
      title={t('ask.title')}
      flush={query.data !== undefined && !isEmpty}
      aside={
        <AskLink about={{ invoice: invoice.id, subject: words.name(invoice) }}>
          {t(isOfOffice ? 'ask.write' : 'ask.act')}
        </AskLink>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={1} />}>
        {({ pages }) => {
          const threads = pages.flatMap(({ items }) => items);
          if (threads.length === 0) return <p className={log.none}>{t(isOfOffice ? 'ask.noneOffice' : 'ask.none')}</p>;
          return (
            <>
              <RecordList label={t('ask.title')} rows={threads} keyOf={({ id }) => id} columns={columns} />
              {query.hasNextPage && <ListRest query={query} />}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
