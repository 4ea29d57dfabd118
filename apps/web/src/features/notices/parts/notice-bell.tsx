import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '../../../api/live.ts';
import { useMe } from '../../../api/session-queries.ts';
import { paths } from '../../../kit/address/paths.ts';
import hidden from '../../../ui/hidden.module.css';
import { Menu, menuItem, menuLine } from '../../../ui/menu.tsx';
import { documentCountsQuery } from '../../documents/parts/counts-query.ts';
import { countsQuery } from '../../messages/parts/message-queries.ts';
import classes from './notice-bell.module.css';
import { NoticeLink } from './notice-link.tsx';
import { noticesQuery, useReadNotices } from './notice-queries.ts';

const FEW = 10;

export interface BellProps {
  buttonClass: string | undefined;
  /** How many are new, as far as it is known. */
  known: number;
  /** How much is new, as it is shown on the bell. */
  count: (unread: number) => ReactNode;
}

/** What one was told: how much of it is new, and the list. It comes after the screen, and so does the stream of events that keeps it new. */
export function Bell({ buttonClass, known, count }: BellProps) {
  const { t } = useTranslation('notices');
  // Before the questions: what is asked while the tab listens misses nothing.
  useLive(useMe().accountId);
  const { data } = useQuery(noticesQuery(FEW));
  const read = useReadNotices();
  // What stands behind an item of the menu came with the screen, and is asked anew when the stream of events tells of it.
  useQuery(countsQuery);
  useQuery(documentCountsQuery);
  const { items: notices, unread } = data ?? { items: [], unread: known };
  return (
    <Menu
      align="end"
      buttonClass={buttonClass}
      button={
        <>
          <IconBell size={20} stroke={1.75} aria-hidden />
          <span className={hidden.hidden}>{unread > 0 ? t('titleUnread', { count: unread }) : t('title')}</span>
          {count(unread)}
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
