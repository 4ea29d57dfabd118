import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { isOpenForEntry, isSent, type WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, ConnectionProblem, isOffline } from '../../../api/problem.ts';
import type { CellProblem, ReadSheet } from '../../hours/parts/read-sheet.ts';
import { refusedAt } from '../../hours/parts/refused.ts';
import { isSameContent } from '../../hours/parts/same-content.ts';
import type { Draft } from '../../hours/parts/use-draft.ts';
import { worksheetQuery } from '../parts/worksheet-queries.ts';
import { entryQuery, saveWeek, sendWeek, useTakeIn, type WeekPlace, withdrawWeek } from './week-queries.ts';

export type Act = 'save' | 'send' | 'withdraw';

/** What the acts on a week left to be said. `act` is the one to repeat. */
export type ActOutcome =
  | { kind: 'no-connection'; act: Act; isOffline?: boolean }
  | { kind: 'failed'; act: Act; error: unknown }
  | { kind: 'saved' | 'sent' | 'withdrawn' };

/** Saving, sending and taking back, with all that can come between. */
export function useWeekActs(options: {
  place: WeekPlace;
  stored: Worksheet | null;
  typing: Draft;
  read: ReadSheet;
  refresh: () => Promise<boolean>;
}) {
  const { place, stored, typing, read, refresh } = options;
  const queryClient = useQueryClient();
  const takeIn = useTakeIn(place);
  const [busy, setBusy] = useState<Act>();
  const [outcome, setOutcome] = useState<ActOutcome>();
  const [refused, setRefused] = useState<CellProblem[]>([]);

  async function act(name: Act, perform: () => Promise<ActOutcome['kind'] | undefined>) {
    if (busy) return;
    setBusy(name);
    setOutcome(undefined);
    setRefused([]);
    try {
      const kind = await perform();
      if (kind === 'saved' || kind === 'sent' || kind === 'withdrawn') setOutcome({ kind });
    } catch (error) {
      await explain(name, error);
    } finally {
      setBusy(undefined);
    }
  }

  /** A first try got no answer, but may have done it: what is stored now tells. */
  function isNow(holds: (status: WorksheetStatus) => boolean): boolean {
    const whole = queryClient.getQueryData(entryQuery(place).queryKey)?.worksheet;
    const now = stored?.kind === 'supplement' ? queryClient.getQueryData(worksheetQuery(stored.id).queryKey) : whole;
    return now !== undefined && now !== null && holds(now.status);
  }

  async function explain(act: Act, error: unknown) {
    if (error instanceof ConnectionProblem) {
      return setOutcome({ kind: 'no-connection', act, isOffline: isOffline(error) });
    }
    if (isAboutState(error)) {
      // What is stored now says the rest: it is the same, or it is shown side by side.
      if (!(await refresh())) return setOutcome({ kind: 'no-connection', act });
      const isDone = act === 'withdraw' && error.wasRepeated && isNow(isOpenForEntry);
      return setOutcome(isDone ? { kind: 'withdrawn' } : undefined);
    }
    const places = error instanceof ApiProblem ? refusedAt(error.body.errors, read.keys) : [];
    setRefused(places);
    if (places.length === 0) setOutcome({ kind: 'failed', act, error });
  }

  const needsSave = typing.draft !== undefined || stored === null;

  async function store(): Promise<Worksheet | null> {
    if (!needsSave) return stored;
    const content = { lines: read.lines, remark: read.remark };
    const basedOn = typing.trying(content);
    const saved = await saveWeek(place, basedOn, content);
    takeIn(saved);
    return saved;
  }

  return {
    busy,
    outcome,
    refused,
    forget: () => {
      setOutcome(undefined);
      setRefused([]);
    },
    save: () =>
      act('save', async () => {
        await store();
        return 'saved';
      }),
    send: () =>
      act('send', async () => {
        const saved = await store();
        if (!saved) return undefined;
        try {
          takeIn(await sendWeek(saved));
        } catch (error) {
          if (!isAboutState(error) || !(await refresh())) throw error;
          return error.wasRepeated && isNow(isSent) ? 'sent' : undefined;
        }
        return 'sent';
      }),
    withdraw: () =>
      act('withdraw', async () => {
        if (!stored) return undefined;
        takeIn(await withdrawWeek(stored));
        return 'withdrawn';
      }),
    /** Is what was typed already there, sent? A send whose answer got lost. */
    wasSent: stored !== null && isSent(stored.status) && isSameContent(read, stored),
  };
}

const isAboutState = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && ['worksheet-exists', 'worksheet-changed', 'wrong-state'].includes(error.code);

export type Acts = ReturnType<typeof useWeekActs>;
