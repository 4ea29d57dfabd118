import { type ComponentType, useEffect, useState } from 'react';
import { loadTexts } from '../../../i18n/index.ts';

/** News waits until the screen that was opened is there. */
const NEWS_AFTER_MS = 2_000;
/** While nothing can be fetched there is no bell: no reason to take the page away. It comes when the server is back. */
const TRY_AGAIN_MS = 15_000;

/** The bell; its place is kept until it is there. */
export function NoticeBell() {
  const [Bell, setBell] = useState<ComponentType>();
  useEffect(() => {
    let timer = setTimeout(fetchBell, NEWS_AFTER_MS);
    let isGone = false;
    async function fetchBell() {
      try {
        const [fetched] = await Promise.all([import('./notice-bell.tsx'), loadTexts('notices')]);
        if (!isGone) setBell(() => fetched.Bell);
      } catch {
        if (!isGone) timer = setTimeout(fetchBell, TRY_AGAIN_MS);
      }
    }
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return Bell ? <Bell /> : <span style={{ flex: 'none', width: 36, height: 36 }} />;
}
