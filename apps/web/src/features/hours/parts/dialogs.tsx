import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react';
import { loadTexts } from '../../../i18n/index.ts';

/** Dialogs that few need: fetched with their words when somebody does. */
const Copy = dialog(async () => (await import('./copy-dialog.tsx')).CopyDialog);
const Paste = dialog(async () => (await import('./paste-dialog.tsx')).PasteDialog);
const Ask = dialog(async () => (await import('./ask-dialog.tsx')).AskWarnings);

const Zero = dialog(async () => (await import('./ask-dialog.tsx')).AskZero);

const Unchanged = dialog(async () => (await import('./ask-dialog.tsx')).AskUnchanged);

// biome-ignore lint/suspicious/noExplicitAny: the props are those of the dialog
export function dialog<C extends ComponentType<any>>(load: () => Promise<C>) {
  return lazy(async () => {
    const [found] = await Promise.all([load(), loadTexts('dialogs')]);
    return { default: found };
  });
}

export const AskWarnings = (props: ComponentProps<typeof Ask>) => (
  <Suspense>
    <Ask {...props} />
  </Suspense>
);

export const AskZero = (props: ComponentProps<typeof Zero>) => (
  <Suspense>
    <Zero {...props} />
  </Suspense>
);

export const AskUnchanged = (props: ComponentProps<typeof Unchanged>) => (
  <Suspense>
    <Unchanged {...props} />
  </Suspense>
);

export const CopyDialog = (props: ComponentProps<typeof Copy>) => (
  <Suspense>
    <Copy {...props} />
  </Suspense>
);

export const PasteDialog = (props: ComponentProps<typeof Paste>) => (
  <Suspense>
    <Paste {...props} />
  </Suspense>
);
