import { IconBell } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newsKey } from '../../../api/session-queries.ts';
import { loadTexts } from '../../../i18n/index.ts';
import { paths } from '../../../kit/address/paths.ts';
import { useNews } from './news-query.ts';
import type { BellProps } from './notice-bell.tsx';
import classes from './notice-bell-later.module.css';

/** The list of what is new waits until the screen that was opened is there. */
const NEWS_AFTER_MS = 2_000;
/** While nothing can be fetched it stays a link: no reason to take the page away. The bell comes when the server is back. */
const TRY_AGAIN_MS = 15_000;

/** The bell; until it is there, a link that looks the same, with what the first screen knows is new, so that nothing changes under somebody's pointer. */
export function NoticeBell() {
  const { t } = useTranslation();
  const [Bell, setBell] = useState<ComponentType<BellProps>>();
  const queryClient = useQueryClient();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    let timer = setTimeout(fetchBell, NEWS_AFTER_MS);
    let isGone = false;
    async function fetchBell() {
      try {
        const [fetched] = await Promise.all([import('./notice-bell.tsx'), loadTexts('notices')]);
        const show = () => {
          if (isGone) return;
          setBell(() => fetched.Bell);
          // What came before the stream of events, which begins now.
          void queryClient.invalidateQueries({ queryKey: newsKey });
        };
        // What has the focus is not taken away.
        if (link.current && link.current === document.activeElement)
          link.current.addEventListener('blur', show, { once: true });
        else show();
      } catch {
        if (!isGone) timer = setTimeout(fetchBell, TRY_AGAIN_MS);
      }
    }
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [queryClient]);
  const unread = useNews()?.notices.unread ?? 0;
  const name = unread > 0 ? `${t('menu.notices')}, ${unread} ${t('menu.new')}` : t('menu.notices');
  if (Bell) return <Bell buttonClass={classes.button} known={unread} count={countOf} />;
  return (
    <Link ref={link} to={paths.notices} className={classes.button} aria-label={name}>
      <IconBell size={20} stroke={1.75} aria-hidden />
      {countOf(unread)}
    </Link>
  );
}

/** Whoever hears the page is told by the name of the bell. */
const countOf = (unread: number) =>
  unread > 0 && (
    <span className={classes.count} aria-hidden>
      {unread > 99 ? '99+' : unread}
    </span>
  );
