import { noticeKindsOf } from '@konnekt/shared/notices/notice.words';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useMe } from '../../../api/session-queries.ts';

const Bell = lazy(async () => ({ default: (await import('./notice-bell.tsx')).Bell }));

/** News waits until the screen that was opened is there. */
const NEWS_AFTER_MS = 2_000;

/** The bell of whoever is told of anything; its place is kept until it is there. */
export function NoticeBell() {
  const me = useMe();
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), NEWS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (noticeKindsOf(me).length === 0) return null;
  const place = <span style={{ flex: 'none', width: 36, height: 36 }} />;
  return <Suspense fallback={place}>{isLater ? <Bell /> : place}</Suspense>;
}
