import { mostAtOnce, mostInPage } from '@konnekt/shared/basics/list-bounds';
import { queryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type Output } from '../../../api/client.ts';
import { invoiceKeys, useInvoiceAct } from '../invoice-queries.ts';

type Draft = Output<'GET /api/invoices'>['items'][number];
type Final = Output<'POST /api/invoices/finalise'>;
type Sent = Output<'POST /api/invoices/send'>;

export const daySteps = ['prepare', 'finalise', 'send'] as const;
export type DayStep = (typeof daySteps)[number];

/** What became of an invoice day so far: of a step that was not reached, or left out, nothing. */
export interface DayResult {
  prepared?: Output<'POST /api/invoices/prepare'>;
  /** The drafts that were there, to name those that were left out. */
  drafts?: Draft[];
  finals?: Final;
  sent?: Sent;
}

export interface DayOrder {
  until: string;
  invoiceDate: string;
  steps: ReadonlySet<DayStep>;
  /** Drafts that were there before, which stay as they are. */
  leave: ReadonlySet<string>;
}

/** The drafts up to a day that are there already. */
export const draftsQuery = (until: string) =>
  queryOptions({
    queryKey: [...invoiceKeys.all, 'drafts', until],
    queryFn: () => draftsUntil(until),
    staleTime: 0,
  });

/**
 * All of a week's steps after each other: drafts of what is ready, numbers for the drafts up to that day, mail for what became final. Each step is one that
 * could be pressed by itself; one that fails leaves those before it done, and pressing again goes on from there.
 */
export function useInvoiceDay() {
  const [result, setResult] = useState<DayResult>({});
  const [running, setRunning] = useState<DayStep>();
  const day = useInvoiceAct(async ({ until, invoiceDate, steps, leave }: DayOrder) => {
    let so: DayResult = {};
    const now = (more: DayResult) => {
      so = { ...so, ...more };
      setResult(so);
    };
    now({});
    try {
      if (steps.has('prepare')) {
        setRunning('prepare');
        now({ prepared: await call('POST /api/invoices/prepare', { body: { until } }) });
      }
      if (!steps.has('finalise')) return so;
      setRunning('finalise');
      const drafts = (await draftsUntil(until)).filter(({ id }) => !leave.has(id));
      now({ drafts, finals: { done: [], refused: [] } });
      for (const items of parts(drafts.map(({ id, version }) => ({ id, version })))) {
        const { done, refused } = await call('POST /api/invoices/finalise', { body: { invoiceDate, items } });
        now({ finals: join(so.finals, { done, refused }) });
      }
      if (!steps.has('send')) return so;
      setRunning('send');
      now({ sent: { done: [], refused: [] } });
      for (const ids of parts((so.finals?.done ?? []).map(({ id }) => id)))
        now({ sent: join(so.sent, await call('POST /api/invoices/send', { body: { ids } })) });
      return so;
    } finally {
      setRunning(undefined);
    }
  });
  return { run: day.mutate, isRunning: day.isPending, running, result, isDone: day.isSuccess, error: day.error };
}

async function draftsUntil(until: string): Promise<Draft[]> {
  const found: Draft[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { status: 'draft', limit: mostInPage, ...(cursor && { cursor }) } as const;
    const page = await call('GET /api/invoices', { query });
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found.filter(({ untilDay }) => untilDay <= until);
}

function* parts<Item>(items: readonly Item[]) {
  for (let at = 0; at < items.length; at += mostAtOnce) yield items.slice(at, at + mostAtOnce);
}

const join = <Answer extends { done: unknown[]; refused: unknown[] }>(
  before: Answer | undefined,
  next: Answer,
): Answer => ({
  ...next,
  done: [...(before?.done ?? []), ...next.done],
  refused: [...(before?.refused ?? []), ...next.refused],
});
