import { IconCircleCheck, IconCircleX, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { problemMessage } from '../api/problem-message.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import classes from './toast.module.css';

interface Toast {
  tone: 'good' | 'bad';
  message: ReactNode;
  /** What can be done about it, such as taking it back. */
  act?: { label: string; perform: () => void };
}

const shownFor = 8000;
let show: ((toast: (Toast & { at: number }) | undefined) => void) | undefined;

/** Says how an act went, for a while, over the page. The next one takes its place. */
export const toast = (next: Toast): void => show?.({ ...next, at: performance.now() });

/** Takes away what an act said, once it no longer holds. */
export const clearToasts = (): void => show?.(undefined);

/** A single act that failed. Being logged out has its own dialog. */
export function toastProblem(error: unknown): void {
  if (isProblem(error, 'not-signed-in')) return;
  toast({ tone: 'bad', message: problemMessage(error) });
}

/** Where toasts appear; once per app. It waits while somebody points at it or is in it. */
export function Toaster() {
  const { t } = useTranslation();
  const [current, setCurrent] = useState<Toast & { at: number }>();
  const [isHeld, setIsHeld] = useState(false);

  useEffect(() => {
    show = setCurrent;
    return () => {
      show = undefined;
    };
  }, []);

  useEffect(() => {
    if (!current || isHeld) return;
    const timer = setTimeout(() => setCurrent(undefined), shownFor);
    return () => clearTimeout(timer);
  }, [current, isHeld]);

  const Icon = current?.tone === 'good' ? IconCircleCheck : IconCircleX;
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {current && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only keeps it there while it is being read
        <div
          key={current.at}
          className={classes.toast}
          data-tone={current.tone}
          onMouseEnter={() => setIsHeld(true)}
          onMouseLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
        >
          <Icon size={20} stroke={1.75} aria-hidden />
          <div className={classes.message}>
            {current.message}
            {current.act && (
              <Button
                className={classes.act}
                variant="default"
                size="xs"
                onClick={() => {
                  setCurrent(undefined);
                  current.act?.perform();
                }}
              >
                {current.act.label}
              </Button>
            )}
          </div>
          <IconButton icon={IconX} label={t('action.close')} onClick={() => setCurrent(undefined)} />
        </div>
      )}
    </div>
  );
}
