import { isOffice } from '@konnekt/shared/basics/actor';
import type { ThreadRow } from '@konnekt/shared/messages/message.schema';
import type { ThreadView } from '@konnekt/shared/messages/message.words';
import { IconMail, IconPencilPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { countsQuery, threadRows } from './parts/message-queries.ts';
import { useThreadColumns } from './parts/use-thread-columns.tsx';

export { MessagesPage as Component };

/** The mailbox: of the office the one that all of it share, else one's own. */
function MessagesPage() {
  const { t } = useTranslation('messages');
  const ofOffice = isOffice(useMe());
  const address = useAddress();
  const view = oneOf(viewsOf[ofOffice ? 'office' : 'others'], address.read('tab')) ?? 'inbox';
  const query = useInfiniteQuery(threadRows({ view, q: address.read('q') || undefined }));
  const columns = useThreadColumns();
  return (
    <Page
      title={t('title')}
      lead={t(ofOffice ? 'leadOffice' : 'lead')}
      actions={
        <>
          {ofOffice && (
            <ButtonLink to={paths.answerTemplates} variant="default">
              {t('templates')}
            </ButtonLink>
          )}
          <ButtonLink to={paths.newMessage} leftSection={<IconPencilPlus size={17} stroke={1.8} aria-hidden />}>
            {t('new')}
          </ButtonLink>
        </>
      }
    >
      <Views view={view} />
      <OfficeList<ThreadRow>
        label={t('title')}
        address={address}
        query={query}
        columns={columns}
        searchHint={t('searchHint')}
        known={{}}
        empty={{
          icon: IconMail,
          title: t(ofOffice ? 'emptyOffice.title' : 'empty.title'),
          text: t(ofOffice ? 'emptyOffice.text' : 'empty.text'),
        }}
      />
    </Page>
  );
}

const viewsOf: Record<'office' | 'others', readonly ThreadView[]> = {
  office: ['inbox', 'waiting', 'mine', 'unread', 'archived'],
  others: ['inbox', 'unread', 'archived'],
};

function Views({ view }: { view: ThreadView }) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const ofOffice = isOffice(useMe());
  const { data } = useQuery(countsQuery);
  const counts: Partial<Record<ThreadView, number | null | undefined>> = {
    unread: data?.unread,
    waiting: data?.waiting,
  };
  return (
    <Tabs<ThreadView>
      label={t('view.label')}
      current={view}
      tabs={viewsOf[ofOffice ? 'office' : 'others'].map((id) => {
        const count = counts[id];
        return {
          id,
          label: t(ofOffice && id === 'archived' ? 'closed' : `view.${id}`),
          ...(count ? { count: format.count(count) } : {}),
        };
      })}
    />
  );
}
