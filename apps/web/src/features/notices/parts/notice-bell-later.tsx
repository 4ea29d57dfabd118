import { lazy, Suspense, useEffect, useState } from 'react';
import { loadTexts } from '../../../i18n/index.ts';

/** While nothing can be fetched there is no bell until the page is opened anew: no reason to take the page away. */
const Bell = lazy(async () => {
  try {
    const [{ Bell: default_ }] = await Promise.all([import('./notice-bell.tsx'), loadTexts('notices')]);
    return { default: default_ };
  } catch {
    return { default: Place };
  }
});

const Place = () => <span style={{ flex: 'none', width: 36, height: 36 }} />;

/** News waits until the screen that was opened is there. */
const NEWS_AFTER_MS = 2_000;

/** The bell; its place is kept until it is there. */
export function NoticeBell() {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), NEWS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return <Suspense fallback={<Place />}>{isLater ? <Bell /> : <Place />}</Suspense>;
}
