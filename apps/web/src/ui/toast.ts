import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { isProblem } from '../api/problem.ts';
import { problemMessage } from '../api/problem-message.ts';

/** A single act that failed. Being logged out has its own dialog. */
export function toastProblem(error: unknown): void {
  if (isProblem(error, 'not-signed-in')) return;
  toast({ tone: 'bad', message: problemMessage(i18next.getFixedT(null, 'common'), error) });
}

/** Says how an act went, for a while, over the page. */
export function toast(options: { tone: 'good' | 'bad'; message: ReactNode }): void {
  notifications.clean();
  notifications.show({
    message: options.message,
    color: options.tone === 'good' ? 'teal' : 'red',
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
  });
}

/** Takes away what an act said, once it no longer holds. */
export const clearToasts = (): void => notifications.clean();
