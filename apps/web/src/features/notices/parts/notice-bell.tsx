import type { Notice } from '@konnekt/shared/notices/notice.contract';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '../../../api/live.ts';
import { useMe } from '../../../api/session-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Menu, menuItem, menuLine } from '../../../ui/menu.tsx';
import { countsQuery } from '../../messages/parts/message-queries.ts';
import classes from './notice-bell.module.css';
import { noticesQuery, useReadNotices } from './notice-queries.ts';

const [FEW, MANY] = [10, 100];

/** What one was told: how much of it is new, and the list. It comes after the screen, and so does the stream of events that keeps it new. */
export function Bell() {
  const { t } = useTranslation(['notices', 'common']);
  const format = useFormat();
  const [limit, setLimit] = useState(FEW);
  const { data, isPlaceholderData } = useQuery(noticesQuery(limit));
  const read = useReadNotices(limit);
  useLive(useMe().accountId);
  // What stands behind the item of the menu.
  useQuery(countsQuery);
  const { items: notices, unread, nextCursor } = data ?? { items: [], unread: 0, nextCursor: null };
  return (
    <Menu
      align="end"
      buttonClass={classes.button}
      button={
        <>
          <IconBell size={20} stroke={1.75} aria-hidden />
          <span className={classes.name}>{unread > 0 ? t('titleUnread', { count: unread }) : t('title')}</span>
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread > 99 ? '99+' : format.count(unread)}
            </span>
          )}
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
      {nextCursor !== null && limit < MANY && (
        <button
          type="button"
          className={menuItem}
          data-keep
          disabled={isPlaceholderData}
          onClick={() => setLimit(MANY)}
        >
          {t('common:action.loadMore')}
        </button>
      )}
    </Menu>
  );
}

function NoticeLink({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const ofHours = 'worksheetId' in notice ? notice : undefined;
  const title =
    'worksheetId' in notice
      ? t(`kind.${notice.kind}`, { period: format.periodInText(notice.period) })
      : t(`kind.${notice.kind}`, { title: notice.title });
  return (
    <Link
      to={'worksheetId' in notice ? paths.worksheet(notice.worksheetId) : paths.thread(notice.threadId)}
      className={classes.notice}
      data-new={!notice.isRead || undefined}
      onClick={onOpen}
    >
      <span className={classes.title}>
        {!notice.isRead && <span className={classes.name}>{t('new')}</span>}
        {title}
      </span>
      {ofHours && <span className={classes.about}>{ofHours.organisationName}</span>}
      {ofHours?.reason && <span className={classes.reason}>{ofHours.reason}</span>}
      <span className={classes.about}>{t('by', { name: notice.by, at: format.moment(notice.at) })}</span>
    </Link>
  );
}
