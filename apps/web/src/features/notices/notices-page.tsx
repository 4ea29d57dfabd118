import { noticeViews } from '@konnekt/shared/notices/notice.words';
import { IconBell, IconSettings } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './notices-page.module.css';
import { NoticeLink } from './parts/notice-link.tsx';
import { noticeRows, useReadNotices } from './parts/notice-queries.ts';

export { NoticesPage as Component };

/** All that one was told. */
function NoticesPage() {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const view = oneOf(noticeViews, useAddress().read('tab')) ?? 'all';
  const query = useInfiniteQuery(noticeRows({ view }));
  const read = useReadNotices();
  const unread = query.data?.pages[0]?.unread ?? 0;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {unread > 0 && (
            <Button variant="default" loading={read.isPending} onClick={() => read.mutate(undefined)}>
              {t('readAll')}
            </Button>
          )}
          <ButtonLink
            to={paths.noticeChoices}
            variant="default"
            leftSection={<IconSettings size={17} stroke={1.8} aria-hidden />}
          >
            {t('choose')}
          </ButtonLink>
        </>
      }
    >
      <Tabs
        label={t('view.label')}
        current={view}
        tabs={noticeViews.map((id) => ({
          id,
          label: t(`view.${id}`),
          ...(id === 'unread' && unread > 0 ? { count: format.count(unread) } : {}),
        }))}
      />
      <Loaded query={query} skeleton={<Skeleton rows={8} height={48} />}>
        {({ pages }) => {
          const notices = pages.flatMap(({ items }) => items);
          if (notices.length === 0) return <Empty icon={IconBell} title={t(view === 'unread' ? 'noneNew' : 'none')} />;
          return (
            <>
              <ul className={classes.list}>
                {notices.map((notice) => (
                  <li key={notice.id}>
                    <NoticeLink notice={notice} onOpen={() => !notice.isRead && read.mutate([notice.id])} />
                  </li>
                ))}
              </ul>
              <ListRest query={query} shown={notices.length} total={pages[0]?.total ?? 0} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
