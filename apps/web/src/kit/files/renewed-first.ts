import type { MouseEvent } from 'react';
import { call } from '../../api/client.ts';
import { toastProblem } from '../../ui/toast.tsx';

/** For a link to a file of the API. The browser fetches it by itself, so a session that ran out meanwhile is renewed first. */
export async function renewedFirst(event: MouseEvent<HTMLAnchorElement>): Promise<void> {
  const link = event.currentTarget;
  // the press that follows
  if (!event.isTrusted) return;
  event.preventDefault();
  try {
    await call('GET /api/me');
    link.click();
  } catch (error) {
    toastProblem(error);
  }
}
