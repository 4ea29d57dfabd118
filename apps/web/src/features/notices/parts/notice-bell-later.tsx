import { IconBell } from '@tabler/icons-react';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { loadTexts } from '../../../i18n/index.ts';
import { paths } from '../../../kit/address/paths.ts';
import { useKnownNotices } from './news-query.ts';
import classes from './notice-bell-later.module.css';
import { NoticeCount } from './notice-count.tsx';

/** The list of what is new waits until the screen that was opened is there. */
const NEWS_AFTER_MS = 2_000;
/** While nothing can be fetched it stays a link: no reason to take the page away. The bell comes when the server is back. */
const TRY_AGAIN_MS = 15_000;

/** The bell; until it is there, a link that looks the same, with what the first screen knows is new, so that nothing changes under somebody's pointer. */
export function NoticeBell() {
  const { t } = useTranslation();
  const [Bell, setBell] = useState<ComponentType<{ buttonClass: string | undefined }>>();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    let timer = setTimeout(fetchBell, NEWS_AFTER_MS);
    let isGone = false;
    async function fetchBell() {
      try {
        const [fetched] = await Promise.all([import('./notice-bell.tsx'), loadTexts('notices')]);
        const show = () => !isGone && setBell(() => fetched.Bell);
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
  }, []);
  const unread = useKnownNotices();
  const name = unread > 0 ? `${t('menu.notices')}, ${unread} ${t('menu.new')}` : t('menu.notices');
  if (Bell) return <Bell buttonClass={classes.button} />;
  return (
    <Link ref={link} to={paths.notices} className={classes.button} aria-label={name}>
      <IconBell size={20} stroke={1.75} aria-hidden />
      <NoticeCount unread={unread} />
    </Link>
  );
}
