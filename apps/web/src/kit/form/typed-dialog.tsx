import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';

/**
 * A dialog that something is typed in. Closing it over that, by its cross, Escape, a click beside it or `close`, asks first; whoever
 * stays, also by Escape, goes on where they were.
 */
export function TypedDialog(props: {
  title: string;
  isWide?: boolean;
  /** Asked at the moment of closing. */
  isDirty: () => boolean;
  onClose: () => void;
  children: (close: () => void) => ReactNode;
}) {
  const { t } = useTranslation();
  const { title, isWide = false, isDirty, onClose, children } = props;
  const [asks, setAsks] = useState(false);
  const stay = useRef<HTMLButtonElement>(null);
  const typedIn = useRef<HTMLElement>(undefined);
  function close() {
    if (asks) return setAsks(false);
    if (!isDirty()) return onClose();
    typedIn.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    setAsks(true);
  }
  // Drawn, and shown again where the browser closed it: focus goes to what is there then.
  useEffect(() => {
    const frame = requestAnimationFrame(() => (asks ? stay.current : typedIn.current)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [asks]);
  return (
    <Dialog title={asks ? t('leave.title') : title} onClose={close} isWide={isWide}>
      <div hidden={asks}>{children(close)}</div>
      {asks && (
        <>
          <p>{t('leave.text')}</p>
          <DialogActions>
            <Button variant="default" onClick={onClose}>
              {t('leave.leave')}
            </Button>
            <Button ref={stay} onClick={() => setAsks(false)}>
              {t('leave.stay')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
