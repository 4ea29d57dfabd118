import { lazy, Suspense, useEffect, useState } from 'react';
import { loadTexts } from '../../../i18n/index.ts';

const Bell = lazy(async () => {
  const [{ Bell: default_ }] = await Promise.all([import('./notice-bell.tsx'), loadTexts('notices')]);
  return { default: default_ };
});

/** News waits until the screen that was opened is there. */
const NEWS_AFTER_MS = 2_000;

/** The bell; its place is kept until it is there. */
export function NoticeBell() {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), NEWS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const place = <span style={{ flex: 'none', width: 36, height: 36 }} />;
  return <Suspense fallback={place}>{isLater ? <Bell /> : place}</Suspense>;
}
