import { type ComponentProps, lazy, Suspense } from 'react';

/** Dialogs that few need: fetched when somebody does. */
const Copy = lazy(async () => ({ default: (await import('./copy-dialog.tsx')).CopyDialog }));
const Paste = lazy(async () => ({ default: (await import('./paste-dialog.tsx')).PasteDialog }));

const Ask = lazy(async () => ({ default: (await import('./ask-dialog.tsx')).AskWarnings }));

export const AskWarnings = (props: ComponentProps<typeof Ask>) => (
  <Suspense>
    <Ask {...props} />
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
