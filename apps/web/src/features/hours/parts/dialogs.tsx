import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react';
import { loadTexts } from '../../../i18n/index.ts';

/** Dialogs that few need: fetched with their words when somebody does. */
export const CopyDialog = opened(dialog(async () => (await import('./copy-dialog.tsx')).CopyDialog));
export const PasteDialog = opened(dialog(async () => (await import('./paste-dialog.tsx')).PasteDialog));
export const AskWarnings = opened(dialog(async () => (await import('./ask-dialog.tsx')).AskWarnings));
export const AskZero = opened(dialog(async () => (await import('./ask-dialog.tsx')).AskZero));
export const AskUnchanged = opened(dialog(async () => (await import('./ask-dialog.tsx')).AskUnchanged));

// biome-ignore lint/suspicious/noExplicitAny: the props are those of the dialog
export function dialog<C extends ComponentType<any>>(load: () => Promise<C>) {
  return lazy(async () => {
    const [found] = await Promise.all([load(), loadTexts('dialogs')]);
    return { default: found };
  });
}

/** Nothing stands there until it came. */
// biome-ignore lint/suspicious/noExplicitAny: the props are those of the dialog
function opened<C extends ComponentType<any>>(Dialog: C) {
  return (props: ComponentProps<C>) => (
    <Suspense>
      <Dialog {...props} />
    </Suspense>
  );
}
