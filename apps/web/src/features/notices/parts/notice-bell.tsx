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
import classes from './notice-bell.module.css';
import { noticesQuery, useReadNotices } from './notice-queries.ts';

const [FEW, MANY] = [10, 100];

/** What one was told: how much of it is new, and the list. It comes after the screen, and so does the stream of events that keeps it new. */
export function Bell() {
  const { t } = useTranslation();
  const format = useFormat();
  const [limit, setLimit] = useState(FEW);
  const { data, isPlaceholderData } = useQuery(noticesQuery(limit));
  const read = useReadNotices(limit);
  useLive(useMe().accountId);
  const { items: notices, unread, nextCursor } = data ?? { items: [], unread: 0, nextCursor: null };
  return (
    <Menu
      align="end"
      buttonClass={classes.button}
      button={
        <>
          <IconBell size={20} stroke={1.75} aria-hidden />
          <span className={classes.name}>
            {unread > 0 ? t('notices.titleUnread', { count: unread }) : t('notices.title')}
          </span>
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread > 99 ? '99+' : format.count(unread)}
            </span>
          )}
        </>
      }
    >
      <div className={classes.head}>
        <strong>{t('notices.title')}</strong>
        {unread > 0 && (
          <button type="button" className={classes.readAll} data-keep onClick={() => read.mutate(undefined)}>
            {t('notices.readAll')}
          </button>
        )}
      </div>
      <hr className={menuLine} />
      {data && notices.length === 0 && <p className={classes.none}>{t('notices.none')}</p>}
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
          {t('action.loadMore')}
        </button>
      )}
    </Menu>
  );
}

function NoticeLink({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, by, reason, organisationName, period, isRead } = notice;
  return (
    <Link
      to={paths.worksheet(notice.worksheetId)}
      className={classes.notice}
      data-new={!isRead || undefined}
      onClick={onOpen}
    >
      <span className={classes.title}>
        {!isRead && <span className={classes.name}>{t('notices.new')}</span>}
        {t(`notices.kind.${kind}`, { period: format.periodInText(period) })}
      </span>
      <span className={classes.about}>{organisationName}</span>
      {reason && <span className={classes.reason}>{reason}</span>}
      <span className={classes.about}>{t('notices.by', { name: by, at: format.moment(notice.at) })}</span>
    </Link>
  );
}
