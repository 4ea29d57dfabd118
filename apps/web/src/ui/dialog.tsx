import { IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BusyNotice } from './busy-notice.tsx';
import classes from './dialog.module.css';
import { hasKeypad } from './field.tsx';
import { IconButton } from './icon-button.tsx';

/**
 * A dialog over the screen for as long as it is mounted, on the platform's own: it holds the focus and gives it back.
 * Without `onClose` it stays until what it asks is done. `data-autofocus` marks what takes focus first; of a form it is the first field,
 * but for a keypad that would cover it.
 */
export function Dialog(props: {
  title: ReactNode;
  children: ReactNode;
  onClose?: () => void;
  /** Along the left edge, as the menu of a phone is. */
  isDrawer?: boolean;
  /** For what is a table. */
  isWide?: boolean;
  closeLabel?: string;
}) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { onClose } = props;

  // Closed while it still is in the document, so that the browser gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const first = element?.querySelector<HTMLElement>('[data-autofocus]') ?? (hasKeypad() ? null : firstField(element));
    first?.focus();
    return () => element?.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by key
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-drawer={props.isDrawer || undefined}
      data-wide={props.isWide || undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose?.();
      }}
      onClose={() => {
        // A browser closes it at the second Escape whatever we say: what is to stay, because it asks something first, is shown again.
        if (dialog.current?.open) return;
        onClose?.();
        requestAnimationFrame(() => {
          if (dialog.current && !dialog.current.open) dialog.current.showModal();
        });
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose?.(); // the backdrop belongs to the dialog itself
      }}
    >
      <div className={classes.body}>
        <header className={classes.head}>
          <h2 id={id}>{props.title}</h2>
          {onClose && <IconButton icon={IconX} label={props.closeLabel ?? t('action.close')} onClick={onClose} />}
        </header>
        <BusyNotice />
        {props.children}
      </div>
    </dialog>
  );
}

const firstField = (element: HTMLElement | null) =>
  element?.querySelector<HTMLElement>('form :is(input:not([type="file"]), select, textarea):enabled');

/** The buttons at the end of a dialog. */
export const DialogActions = (props: { children: ReactNode }) => (
  <div className={classes.actions}>{props.children}</div>
);
