import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import { IconAlertCircle, IconArrowBackUp, IconChecks } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { firstToPress, useKeptFocus } from '../../ui/use-kept-focus.ts';
import classes from './action-bar.module.css';
import { type Selection, ticked } from './selection.ts';
import { canUndo, useActWords } from './use-decisions.tsx';

export interface BarAction {
  text: string;
  onClick: () => void;
  decision: Decision;
  isMain?: boolean;
}

/**
 * What can be done with what is ticked. It stands at the bottom of the window, after the list in the page, so that it
 * never covers the last row; "Undo" stays in it until the next act. On a phone its buttons keep clear of the tick boxes that
 * pass below them.
 */
export function ActionBar(props: {
  selection: Selection;
  hiddenCount: number;
  actions: BarAction[];
  /** What is under way. */
  busy: Decision | undefined;
  onUntick: () => void;
  onUndo: () => void;
}) {
  const { t } = useTranslation(['worksheets', 'common']);
  const format = useFormat();
  const words = useActWords();
  const { count, minutes } = ticked(props.selection);
  const { lastAct } = props.selection;
  const LastIcon = lastAct && lastAct.refused > 0 ? IconAlertCircle : IconChecks;
  const bar = useRef<HTMLElement>(null);
  const kept = useKeptFocus(bar, (part) => firstToPress(part) ?? part);
  if (count === 0 && !lastAct && props.actions.length === 0) return null;

  return (
    <section
      ref={bar}
      {...kept}
      tabIndex={-1}
      className={classes.bar}
      data-idle={(count === 0 && !lastAct) || undefined}
      aria-label={t('approve.bar')}
    >
      <span className={classes.mark} aria-hidden>
        <IconChecks size={24} stroke={1.75} />
      </span>
      <div className={classes.words}>
        {count === 0 && lastAct ? (
          <span className={classes.done} data-refused={lastAct.refused > 0 || undefined}>
            <LastIcon size={18} stroke={2} aria-hidden /> {words(lastAct)}
          </span>
        ) : (
          <span>
            <strong className="figures">{t('approve.ticked', { count, hours: format.hours(minutes) })}</strong>
            {props.hiddenCount > 0 && (
              <span className={classes.hidden}> ({t('approve.hidden', { count: props.hiddenCount })})</span>
            )}
          </span>
        )}
        {count > 0 && (
          <button type="button" className={classes.untick} onClick={props.onUntick}>
            {t('approve.untick')}
          </button>
        )}
        {lastAct && canUndo(lastAct) && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
            loading={props.busy === 'undo-approval'}
            onClick={props.onUndo}
          >
            {t('common:action.undo')}
          </Button>
        )}
      </div>
      <div className={classes.actions}>
        {props.actions.map(({ text, onClick, decision, isMain }) => (
          <Button
            key={text}
            variant={isMain ? 'filled' : 'default'}
            disabled={count === 0}
            loading={props.busy === decision}
            onClick={onClick}
          >
            {text}
          </Button>
        ))}
      </div>
    </section>
  );
}
