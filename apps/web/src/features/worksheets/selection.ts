import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import type { Decided, RefusalCode } from '@konnekt/shared/worksheets/worksheet-step.schema';
import { type TickState, tickStateOf } from '../../kit/list/ticks.ts';

/** A row that can be ticked: one without an id was never saved, so nobody can decide on it. */
export type Tickable = Pick<WorksheetRow, 'totalMinutes'> & { id: string; version: number };

/** What was ticked, as it was seen then: a decision names that version, so that a later change is noticed. */
interface Tick {
  version: number;
  minutes: number;
}

/** The last decision, until the next: what "Undo" takes back. */
export interface LastAct {
  decision: Decision;
  done: { id: string; version: number }[];
  refused: number;
  /** Why the first of them was. */
  why?: RefusalCode | undefined;
  /** Refused as well, and in no list any more: they are named above it, with what became of them. */
  gone?: number;
  minutes: number;
}

/** One worksheet of a decision: the version it is based on, and its minutes where they matter for what is said after. */
export interface DecidedItem {
  id: string;
  version: number;
  minutes?: number;
}

/** What takes a decision back. */
export const undoOf: Partial<Record<Decision, Decision>> = {
  approve: 'undo-approval',
  decline: 'undo-decline',
  finalise: 'reopen',
};

export const canUndo = (act: LastAct): boolean => act.decision in undoOf && act.done.length > 0;

export interface Selection {
  ticks: Record<string, Tick>;
  /** Why worksheets of the last decision were refused; shown at their rows until they are unticked. */
  refused: Record<string, RefusalCode>;
  lastAct?: LastAct;
  /** A decision that was sent and has no answer yet, nor may get one: what became of it is asked then. */
  unanswered?: { decision: Decision; ids: readonly string[] };
}

export const nothingTicked: Selection = { ticks: {}, refused: {} };

/**
 * Ticks or unticks rows. Unticking also takes away what was said about them; ticking begins anew after something was taken back, of which
 * nothing more is to be said.
 */
export function tickRows(selection: Selection, rows: readonly Tickable[], on: boolean): Selection {
  const { lastAct, ...rest } = selection;
  const ticks = { ...selection.ticks };
  const refused = { ...selection.refused };
  for (const { id, version, totalMinutes } of rows) {
    delete refused[id];
    if (on) ticks[id] = { version, minutes: totalMinutes };
    else delete ticks[id];
  }
  return { ...rest, ticks, refused, ...(lastAct && !(on && isTakenBack(lastAct)) && { lastAct }) };
}

const isTakenBack = ({ decision, refused }: LastAct): boolean =>
  refused === 0 && Object.values(undoOf).includes(decision) && decision !== 'reopen';

export function tickState(selection: Selection, rows: readonly { id: string }[]): TickState {
  return tickStateOf(rows.filter(({ id }) => id in selection.ticks).length, rows.length);
}

export function ticked(selection: Selection): { count: number; minutes: number; items: DecidedItem[] } {
  const entries = Object.entries(selection.ticks);
  return {
    count: entries.length,
    minutes: entries.reduce((sum, [, { minutes }]) => sum + minutes, 0),
    items: entries.map(([id, tick]) => ({ id, ...tick })),
  };
}

/** After a decision: what is done leaves, what was refused stays ticked with the reason. */
export function decided(
  selection: Selection,
  decision: Decision,
  items: readonly DecidedItem[],
  answer: Decided,
): Selection & { lastAct: LastAct } {
  const ticks = { ...selection.ticks };
  const minutesOf = new Map(items.map(({ id, minutes = 0 }) => [id, minutes]));
  let minutes = 0;
  for (const { id } of answer.done) {
    minutes += minutesOf.get(id) ?? 0;
    delete ticks[id];
  }
  return {
    ticks,
    refused: Object.fromEntries(answer.refused.map(({ id, code }) => [id, code])),
    lastAct: { decision, done: answer.done, refused: answer.refused.length, why: answer.refused[0]?.code, minutes },
  };
}

/** Worksheets of which nothing can be decided here any more: they are unticked, and named apart from the list. */
export function withoutGone(selection: Selection, ids: readonly string[]): Selection {
  const { lastAct } = selection;
  const wasRefused = ids.filter((id) => id in selection.refused).length;
  const rest = tickRows(
    selection,
    ids.map((id) => ({ id, version: 0, totalMinutes: 0 })),
    false,
  );
  if (!lastAct || wasRefused === 0) return rest;
  const refused = Math.max(0, lastAct.refused - wasRefused);
  return { ...rest, lastAct: { ...lastAct, refused, gone: (lastAct.gone ?? 0) + wasRefused } };
}

/** What turned out to be done by the decision that got no answer is the last act; what was decided before is no part of it. */
export function foundDone(
  selection: Selection,
  found: readonly { id: string; version: number; minutes: number }[],
): Selection {
  const { lastAct, unanswered } = selection;
  if (found.length === 0 || !unanswered) return selection;
  const { decision, ids } = unanswered;
  const isSameAct = lastAct?.decision === decision && lastAct.done.every(({ id }) => ids.includes(id));
  const before = isSameAct ? lastAct : { done: [], minutes: 0 };
  const known = new Set(before.done.map(({ id }) => id));
  const added = found.filter(({ id }) => !known.has(id));
  const done = [...before.done, ...added.map(({ id, version }) => ({ id, version }))];
  const minutes = added.reduce((sum, one) => sum + one.minutes, before.minutes);
  return { ...selection, lastAct: { decision, done, refused: 0, minutes } };
}

/**
 * When fresh rows arrive: a worksheet that was refused because it had changed is now shown as it is, with the reason, so
 * the tick takes over the version on screen. Any other tick keeps the version it was given on.
 */
export function withFreshRows(selection: Selection, rows: readonly Tickable[]): Selection {
  const stale = rows.filter(({ id, version }) => {
    const tick = selection.ticks[id];
    return tick && selection.refused[id] === 'changed' && tick.version !== version;
  });
  if (stale.length === 0) return selection;
  const ticks = { ...selection.ticks };
  for (const { id, version, totalMinutes } of stale) ticks[id] = { version, minutes: totalMinutes };
  return { ...selection, ticks };
}
