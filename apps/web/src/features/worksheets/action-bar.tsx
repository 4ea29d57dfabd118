import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import { IconAlertCircle, IconArrowBackUp, IconChecks, IconX } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import classes from './action-bar.module.css';
import { canUndo, type LastAct, type Selection, ticked, undoOf } from './selection.ts';
import { useActWords } from './use-decisions.tsx';

export interface BarAction {
  text: string;
  onClick: () => void;
  decision: Decision;
  isMain?: boolean;
}

/**
 * What can be done with what is ticked, and what was done last with its "Undo", until the next act or until it is closed; else it is not
 * there. It stands at the bottom of the window, after the list in the page, so that it never covers the last row. On a phone its
 * buttons keep clear of the tick boxes that pass below them.
 */
export function ActionBar(props: {
  selection: Selection;
  /** Ticked, and not shown because of the filter. */
  hiddenCount: number;
  actions: BarAction[];
  /** What is under way. */
  busy: Decision | undefined;
  /** What one agrees to by a press. */
  terms?: ReactNode;
  onUntick: () => void;
  onUndo: () => void;
  /** Takes away what was said of the last act. */
  onClose: () => void;
}) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { count, minutes } = ticked(props.selection);
  const { lastAct } = props.selection;
  const bar = useRef<HTMLElement>(null);
  const kept = useKeptFocus(bar, (part) => firstRow(part) ?? part);
  useFocusAfter(lastAct, bar);
  if (count === 0 && !lastAct) return null;

  return (
    <section ref={bar} {...kept} tabIndex={-1} className={classes.bar} aria-label={t('approve.bar')}>
      {count > 0 && props.terms}
      <span className={classes.mark} aria-hidden>
        <IconChecks size={24} stroke={1.75} />
      </span>
      <div className={classes.words}>
        {count > 0 && (
          <span className={classes.ticked}>
            <span>
              <strong className="figures">{t('approve.ticked', { count, hours: format.hours(minutes) })}</strong>
              {props.hiddenCount > 0 && (
                <span className={classes.hidden}> ({t('approve.hidden', { count: props.hiddenCount })})</span>
              )}
            </span>
            <button type="button" className={classes.untick} onClick={props.onUntick}>
              {t('approve.untick')}
            </button>
          </span>
        )}
        {lastAct && <LastDone act={lastAct} busy={props.busy} onUndo={props.onUndo} onClose={props.onClose} />}
      </div>
      {count > 0 && (
        <div className={classes.actions}>
          {props.actions.map(({ text, onClick, decision, isMain }) => (
            <Button
              key={text}
              variant={isMain ? 'filled' : 'default'}
              loading={props.busy === decision}
              onClick={onClick}
            >
              {text}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** What was done last, and how it is taken back. */
export function LastDone(props: {
  act: LastAct;
  busy: Decision | undefined;
  onUndo: () => void;
  onClose?: () => void;
}) {
  const { t } = useTranslation(['worksheets', 'common']);
  const words = useActWords();
  const { act, busy, onClose } = props;
  const hasRefused = act.refused + (act.gone ?? 0) > 0;
  const Icon = hasRefused ? IconAlertCircle : IconChecks;
  return (
    <span className={classes.last}>
      <span className={classes.done} data-refused={hasRefused || undefined}>
        <Icon size={18} stroke={2} aria-hidden /> {words(act)}
      </span>
      {canUndo(act) && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
          loading={busy !== undefined && busy === undoOf[act.decision]}
          onClick={props.onUndo}
        >
          {t('common:action.undo')}
        </Button>
      )}
      {onClose && <IconButton icon={IconX} label={t('approve.closeLast')} onClick={onClose} />}
    </span>
  );
}

/** A dialog gives the focus back to the button that opened it, which is gone with the last tick: then nothing has it. */
function useFocusAfter(lastAct: LastAct | undefined, bar: RefObject<HTMLElement | null>) {
  const seen = useRef(lastAct);
  useEffect(() => {
    if (seen.current === lastAct) return;
    seen.current = lastAct;
    if (!lastAct || !bar.current || document.activeElement !== document.body) return;
    (firstRow(bar.current) ?? bar.current).focus({ preventScroll: true });
  }, [lastAct, bar]);
}

/** Where one goes on after a decision: at the first row in view, never at what takes it back. */
function firstRow(part: HTMLElement): HTMLElement | undefined {
  const links = [
    ...(part.closest('main')?.querySelectorAll<HTMLElement>('[data-index] [data-open], [data-index] a') ?? []),
  ];
  return links.find(isInView) ?? links[0];
}

const isInView = (one: HTMLElement): boolean => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= HEAD_HEIGHT && bottom <= window.innerHeight;
};

/** Of what stays at the top of the window: the head of the page and that of a table. */
const HEAD_HEIGHT = 120;
