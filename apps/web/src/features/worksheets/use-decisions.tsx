import { mostAtOnce } from '@konnekt/shared/worksheets/worksheet.bounds';
import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { clearToasts, toast, toastProblem } from '../../ui/toast.tsx';
import { useDecide } from './parts/worksheet-queries.ts';
import { type DecidedItem, decided, type LastAct, nothingTicked, type Selection } from './selection.ts';
import classes from './use-decisions.module.css';

/**
 * Decides on what is ticked, and takes the last approval back. The answer goes into the ticks: what was done leaves, what
 * was refused stays with its reason.
 */
export function useDecisions(change: (next: (before: Selection) => Selection) => void) {
  const decide = useDecide();
  const words = useActWords();
  const { t } = useTranslation();

  function act(decision: Decision, all: readonly DecidedItem[], reason?: string, onDone?: () => void) {
    if (all.length === 0 || decide.isPending) return;
    const items = all.slice(0, mostAtOnce); // the rest stays ticked, for the next press
    decide.mutate(
      { decision, items: items.map(({ id, version }) => ({ id, version })), reason },
      {
        onSuccess: (answer) => {
          change((before) => decided(before, decision, items, answer));
          tell(decided(nothingTicked, decision, items, answer).lastAct);
          onDone?.();
        },
        onError: (error) => toastProblem(error),
      },
    );
  }

  function undo(lastAct: LastAct) {
    clearToasts();
    act('undo-approval', lastAct.done);
  }

  function tell(lastAct: LastAct) {
    toast({
      tone: lastAct.refused > 0 ? 'bad' : 'good',
      message: (
        <div className={classes.toast}>
          <span>{words(lastAct)}</span>
          {canUndo(lastAct) && (
            <Button size="xs" variant="default" onClick={() => undo(lastAct)}>
              {t('action.undo')}
            </Button>
          )}
        </div>
      ),
    });
  }

  /** `busy`: the decision that is under way. */
  return { act, undo, busy: decide.isPending ? decide.variables.decision : undefined };
}

export const canUndo = (act: LastAct) => act.decision === 'approve' && act.done.length > 0;

/** The last act as a sentence or two. */
export function useActWords() {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  return ({ decision, done, refused, minutes, why }: LastAct) =>
    [
      done.length > 0 && t(`done.${decision}`, { count: done.length, hours: format.hours(minutes) }),
      // What was approved stands in no list any more, so the reason stands here.
      refused > 0 && decision === 'undo-approval' && t('done.notUndone', { count: refused }),
      refused > 0 &&
        (decision === 'undo-approval' ? why && t(`refused.${why}`) : t('done.refused', { count: refused })),
    ]
      .filter(Boolean)
      .join(' ');
}
