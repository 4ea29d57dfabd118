import type { Worksheet, WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';
import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useMe } from '../../api/session-queries.ts';
import { lastStep } from './parts/last-step.ts';
import { foundDone, type Selection, withoutGone } from './selection.ts';

/** A worksheet that was ticked and can be decided on no more: what became of it, and by whom. */
export interface Gone {
  id: string;
  employeeName: string;
  period: Worksheet['period'];
  action: Exclude<WorksheetEvent['action'], 'save' | 'send' | 'comment' | 'correct' | 'bring'> | 'changed';
  by: string;
}

/** So many are asked for at a time. */
const askedAtOnce = 10;

/**
 * Ticked worksheets that the list has no more, decided or withdrawn elsewhere: each is asked for, unticked and named. What this person
 * did by a press that got no answer becomes the last act, which can be undone.
 */
export function useGone(input: {
  change: (next: (before: Selection) => Selection) => void;
  /** Ticks that stand in no row, though nothing hides them. */
  missing: readonly string[];
  /** What this list is for. */
  decisions: readonly Decision[];
}) {
  const { change, missing, decisions } = input;
  const { name } = useMe();
  const asked = useRef(new Set<string>());
  const [gone, setGone] = useState<Gone[]>([]);
  const [unseen, setUnseen] = useState(0);
  const toAsk = missing.filter((id) => !asked.current.has(id)).slice(0, askedAtOnce);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again only when there are others to ask for
  useEffect(() => {
    if (toAsk.length > 0) void ask(toAsk);
  }, [toAsk.join(' ')]);

  async function ask(ids: readonly string[]) {
    for (const id of ids) asked.current.add(id);
    const found = await Promise.all(ids.map(look));
    const seen = found.flatMap((one) => (typeof one === 'object' ? [one] : []));
    const decided = seen.filter(({ allowed }) => !decisions.some((decision) => allowed.includes(decision)));
    const unticked = [...decided.map(({ id }) => id), ...ids.filter((_, index) => found[index] === 'unseen')];
    for (const id of ids) if (!unticked.includes(id)) asked.current.delete(id);
    if (unticked.length === 0) return;
    change((before) => {
      const { unanswered, ticks } = before;
      const rest = withoutGone(before, unticked);
      if (!unanswered) return rest;
      const own = decided.filter(
        (worksheet) => unanswered.ids.includes(worksheet.id) && isStepOf(worksheet, unanswered.decision, name),
      );
      return foundDone(
        rest,
        own.map(({ id, version }) => ({ id, version, minutes: ticks[id]?.minutes ?? 0 })),
      );
    });
    setGone((before) => [...before, ...decided.map(goneOf)]);
    setUnseen((before) => before + unticked.length - decided.length);
  }

  const close = () => {
    setGone([]);
    setUnseen(0);
  };
  return { gone, unseen, close };
}

/** The worksheet as it is now; `unseen` where it is not this person's to see, nothing where no answer came. */
const look = (id: string): Promise<Worksheet | 'unseen' | undefined> =>
  call('GET /api/worksheets/:id', { params: { id } }).catch((error: unknown) =>
    isProblem(error, 'not-found') ? 'unseen' : undefined,
  );

const isStepOf = (worksheet: Worksheet, decision: Decision, by: string) => {
  const step = lastStep(worksheet);
  return step?.action === decision && step.actorName === by;
};

/** What became of a worksheet that is not to be decided on any more. */
export function goneOf(worksheet: Worksheet): Gone {
  const step = lastStep(worksheet);
  const { id, placement, period } = worksheet;
  const action =
    step && step.action !== 'send' && step.action !== 'correct' && step.action !== 'bring'
      ? (step.action as Gone['action'])
      : 'changed'; // saves and comments are no steps
  return { id, employeeName: placement.employeeName, period, action, by: step?.actorName ?? '' };
}
