import { mostAtOnce } from '@konnekt/shared/basics/list-bounds';
import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isLost } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import { announce } from '../../ui/announcer.tsx';
import { clearToasts, toastProblem } from '../../ui/toast.tsx';
import type { TextToRead } from './approval-texts.tsx';
import { useDecide } from './parts/use-decide.ts';
import { type DecidedItem, decided, type LastAct, nothingTicked, type Selection, undoOf } from './selection.ts';

/**
 * Decides on what is ticked, and takes the last decision back. The answer goes into the ticks: what was done leaves, what
 * was refused stays with its reason. The bar says so, and a screen reader hears it. A press while another decision is under way
 * (the lists are asked again until it is done) is done after it, for what that one does not decide on already.
 */
export function useDecisions(
  change: (next: (before: Selection) => Selection) => void,
  /** What was read, and is agreed to by approving. */
  texts: readonly TextToRead[] = [],
) {
  const decide = useDecide();
  const words = useActWords();
  const underWay = useRef<ReadonlySet<string>>(nothing);
  const next = useRef<() => void>(undefined);

  function act(decision: Decision, all: readonly DecidedItem[], reason?: string, onDone?: (act: LastAct) => void) {
    const items = all.filter(({ id }) => !underWay.current.has(id)).slice(0, mostAtOnce); // the rest stays ticked, for the next press
    if (items.length === 0) return;
    if (underWay.current.size > 0) {
      next.current = () => act(decision, items, reason, onDone);
      return;
    }
    clearToasts();
    const ids = items.map(({ id }) => id);
    underWay.current = new Set(ids);
    change((before) => ({ ...before, unanswered: { decision, ids } }));
    decide.mutate(
      {
        ...{ decision, items: items.map(({ id, version }) => ({ id, version })), reason },
        approvalTextIds: texts.map(({ text }) => text.id),
      },
      {
        onSuccess: (answer) => {
          const { lastAct } = decided(nothingTicked, decision, items, answer);
          change((before) => decided(before, decision, items, answer));
          announce(words(lastAct));
          onDone?.(lastAct);
        },
        onError: (error) => {
          // What was lost may have been done all the same.
          if (!isLost(error)) change(({ unanswered: _, ...before }) => before);
          toastProblem(error);
        },
        onSettled: () => {
          underWay.current = nothing;
          const press = next.current;
          next.current = undefined;
          press?.();
        },
      },
    );
  }

  function undo(lastAct: LastAct) {
    const decision = undoOf[lastAct.decision];
    if (decision) act(decision, lastAct.done);
  }

  /** `busy`: the decision that is under way. */
  return { act, undo, busy: decide.isPending ? decide.variables.decision : undefined };
}

const nothing: ReadonlySet<string> = new Set();

/** The last act as a sentence or two. */
export function useActWords() {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  return ({ decision, done, refused, minutes, why, gone = 0 }: LastAct) => {
    const isUndo = decision === 'undo-approval' || decision === 'undo-decline';
    return [
      done.length > 0 && t(`done.${decision}`, { count: done.length, hours: format.hours(minutes) }),
      // What was decided stands in no list any more, so the reason stands here.
      refused > 0 && isUndo && t('done.notUndone', { count: refused }),
      refused > 0 && (isUndo ? why && t(`refused.${why}`) : t('done.refused', { count: refused })),
      gone > 0 && t('done.gone', { count: gone }),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
