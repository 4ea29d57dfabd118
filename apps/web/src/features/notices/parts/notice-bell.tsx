import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '../../../api/live.ts';
import { useMe } from '../../../api/session-queries.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Menu, menuItem, menuLine } from '../../../ui/menu.tsx';
import { documentCountsQuery } from '../../documents/parts/counts-query.ts';
import { countsQuery } from '../../messages/parts/message-queries.ts';
import { newsQuery } from './news-query.ts';
import classes from './notice-bell.module.css';
import { NoticeCount } from './notice-count.tsx';
import { NoticeLink } from './notice-link.tsx';
import { noticesQuery, useReadNotices } from './notice-queries.ts';

const FEW = 10;

/** What one was told: how much of it is new, and the list. It comes after the screen, and so does the stream of events that keeps it new. */
export function Bell({ buttonClass }: { buttonClass: string | undefined }) {
  const { t } = useTranslation('notices');
  const { data } = useQuery(noticesQuery(FEW));
  const read = useReadNotices();
  useLive(useMe().accountId);
  // What came before the stream of events began; then what stands behind an item of the menu is asked anew by itself.
  const { data: news } = useQuery(newsQuery);
  useQuery(countsQuery);
  useQuery(documentCountsQuery);
  const { items: notices, unread } = data ?? { items: [], unread: news?.notices.unread ?? 0 };
  return (
    <Menu
      align="end"
      buttonClass={buttonClass}
      button={
        <>
          <IconBell size={20} stroke={1.75} aria-hidden />
          <span className={classes.name}>{unread > 0 ? t('titleUnread', { count: unread }) : t('title')}</span>
          <NoticeCount unread={unread} />
        </>
      }
    >
      <div className={classes.head}>
        <strong>{t('title')}</strong>
        {unread > 0 && (
          <button type="button" className={classes.readAll} data-keep onClick={() => read.mutate(undefined)}>
            {t('readAll')}
          </button>
        )}
      </div>
      <hr className={menuLine} />
      {data && notices.length === 0 && <p className={classes.none}>{t('none')}</p>}
      <ul className={classes.list}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeLink notice={notice} onOpen={() => !notice.isRead && read.mutate([notice.id])} />
          </li>
        ))}
      </ul>
      <hr className={menuLine} />
      <Link to={paths.notices} className={menuItem}>
        {t('all')}
      </Link>
    </Menu>
  );
}
