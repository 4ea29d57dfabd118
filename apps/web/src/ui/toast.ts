import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { isProblem } from '../api/problem.ts';
import { problemMessage } from '../api/problem-message.ts';

/** A single act that failed. Being logged out has its own dialog. */
export function toastProblem(error: unknown): void {
  if (isProblem(error, 'not-signed-in')) return;
  toast({ tone: 'bad', message: problemMessage(i18next.getFixedT(null, 'common'), error) });
}

export function toast(options: { tone: 'good' | 'bad'; message: React.ReactNode; id?: string }): void {
  notifications.show({
    id: options.id,
    message: options.message,
    color: options.tone === 'good' ? 'teal' : 'red',
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
  });
}
