import { type Decision, stepOf, type WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import type { Decided } from '@konnekt/shared/worksheets/worksheet-step.schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { isLost } from '../../../api/problem.ts';
import { useMe } from '../../../api/session-queries.ts';
import { takeAnswer } from '../../../api/take-answer.ts';
import { lastStep } from './last-step.ts';
import { toApproveQuery, without, worksheetKeys } from './worksheet-queries.ts';

export interface DecideInput {
  decision: Decision;
  items: { id: string; version: number }[];
  /** Required where something is sent back. */
  reason?: string;
  /** What was read, and is agreed to by approving. */
  approvalTextIds?: string[];
}

/** One decision on 1 to 500 worksheets. What was decided on leaves the lists at once; everything else is asked again. */
export function useDecide() {
  const queryClient = useQueryClient();
  const { name } = useMe();
  return useMutation({
    mutationFn: (input: DecideInput) => decide(input, name),
    onSuccess: async ({ done, refused }) => {
      if (refused.some(({ code }) => code === 'approval-text'))
        void queryClient.invalidateQueries({ queryKey: worksheetKeys.approvalTexts });
      const gone = new Set(done.map(({ id }) => id));
      takeAnswer(queryClient, toApproveQuery.queryKey, (list: Parameters<typeof without>[0]) => without(list, gone));
    },
    onSettled: (_, error) => {
      const asked = Promise.all([
        queryClient.invalidateQueries({ queryKey: worksheetKeys.all }),
        queryClient.invalidateQueries({ queryKey: worksheetKeys.home }),
      ]);
      // What failed is said at once: without a connection the lists are asked for until there is one.
      return error ? undefined : asked;
    },
  });
}

/** Of a try whose answer was lost, it tells what that one did; when none comes at all, the worksheets are asked instead. `by` is who decides. */
export async function decide(input: DecideInput, by: string): Promise<Decided> {
  try {
    return await decideOrAsk(input, by);
  } catch (error) {
    if (!isLost(error)) throw error;
    const { decision, items } = input;
    const answer = await withLostAnswers(
      { decision, items, by },
      {
        done: [],
        refused: items.map(({ id }) => ({ id, code: 'changed' as const })),
      },
    );
    if (answer.done.length === 0) throw error;
    return answer;
  }
}

async function decideOrAsk(
  { decision, items, reason = '', approvalTextIds = [] }: DecideInput,
  by: string,
): Promise<Decided> {
  let wasRepeated = false;
  const options = {
    onRepeat: () => {
      wasRepeated = true;
    },
  };
  const answer =
    decision === 'decline' || decision === 'refuse'
      ? await call(`POST /api/worksheets/${decision}`, { body: { items, reason } }, options)
      : decision === 'approve'
        ? await call('POST /api/worksheets/approve', { body: { items, approvalTextIds } }, options)
        : await call(`POST /api/worksheets/${decision}`, { body: { items } }, options);
  return wasRepeated ? withLostAnswers({ decision, items, by }, answer) : answer;
}

/**
 * A first try got no answer, and what it did is refused the second time: what stands where the decision leads, one version on, by this very
 * person's step, is done. The same by somebody else stays refused, and is not taken back by who did not do it.
 */
async function withLostAnswers(
  { decision, items, by }: Pick<DecideInput, 'decision' | 'items'> & { by: string },
  answer: Decided,
): Promise<Decided> {
  const asked = new Map(items.map((item) => [item.id, item]));
  const done = [...answer.done];
  const refused: Decided['refused'] = [];
  for (const one of answer.refused) {
    const version = (asked.get(one.id)?.version ?? 0) + 1;
    const now = await call('GET /api/worksheets/:id', { params: { id: one.id } }).catch(() => undefined);
    const step = now && lastStep(now);
    const isOwn = step?.action === decision && step.actorName === by;
    if (isOwn && now?.version === version && leadsTo(decision).includes(now.status)) done.push({ id: one.id, version });
    else refused.push(one);
  }
  return { done, refused };
}

/** Where a decision leads, at whatever agency. */
const leadsTo = (decision: Decision): WorksheetStatus[] =>
  [true, false].flatMap((lastApproval) =>
    (['employee', 'supervisor'] as const).map((filledBy) => stepOf(decision, { lastApproval, filledBy }).to),
  );
