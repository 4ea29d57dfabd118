import type { Registered, Registration, RowToRegister } from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { useMe } from '../../api/session-queries.ts';
import { isSameContent } from '../hours/parts/same-content.ts';
import { tellHoursStored } from '../hours/parts/stored-elsewhere.ts';
import { decide } from '../worksheets/parts/use-decide.ts';
import { worksheetKeys } from '../worksheets/parts/worksheet-queries.ts';

export type AskedRegistration = Input<'GET /api/registration'>['query'];

export const registrationKey = ['registration'] as const;

/** The people of a period whose hours this supervisor registers. While another one loads, this one stays on screen. */
export const registrationQuery = (choice: AskedRegistration) =>
  queryOptions({
    queryKey: [...registrationKey, choice],
    queryFn: ({ signal }) => call('GET /api/registration', { query: choice }, { signal }),
    placeholderData: keepPreviousData,
  });

export type RegisterAct = 'save' | 'send';

interface RegisterInput {
  act: RegisterAct;
  period: Registration['period'];
  rows: Omit<RowToRegister, 'remark'>[] & { remark?: string | null }[];
}

/** Saves or sends 1 to 500 rows in one request; the answer is for each row. All that shows them is asked again. */
export function useRegister() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: register,
    onSuccess: () => refreshAll(queryClient),
  });
}

/** Of a try whose answer was lost, it tells what that one stored. */
export async function register({ act, period, rows }: RegisterInput): Promise<Registered> {
  let wasRepeated = false;
  const answer = await call(
    `POST /api/registration/${act}`,
    { body: { periodType: period.type, year: period.year, period: period.number, rows } },
    {
      onRepeat: () => {
        wasRepeated = true;
      },
    },
  );
  return wasRepeated && answer.refused.length > 0 ? withLostAnswers({ act, period, rows }, answer) : answer;
}

/** A first try got no answer, and what it stored is refused the second time: what stands there as it was sent is done. */
async function withLostAnswers({ act, period, rows }: RegisterInput, answer: Registered): Promise<Registered> {
  const query = { periodType: period.type, year: period.year, period: period.number };
  const now = await call('GET /api/registration', { query });
  const storedNow = ({ placementId, worksheetId, lines, remark = null }: RegisterInput['rows'][number]) => {
    const row = now.rows.find(({ placement }) => placement.id === placementId);
    const part = row?.supplements.find(({ id }) => id === worksheetId) ?? row?.worksheet;
    const isStored = part && isSameContent({ lines, remark }, part) && isOpenForEntry(part.status) === (act === 'save');
    return isStored ? part : undefined;
  };
  const done = [...answer.done];
  const refused: Registered['refused'] = [];
  for (const one of answer.refused) {
    const asked = rows.find(({ placementId }) => placementId === one.placementId);
    const stored = asked && (one.code === 'changed' || one.code === 'wrong-state') ? storedNow(asked) : undefined;
    if (!stored) refused.push(one);
    else {
      const { id, version, status, totalMinutes } = stored;
      done.push({ placementId: one.placementId, id, version, status, totalMinutes });
    }
  }
  return { done, refused };
}

/** Takes in whatever is stored by now. */
export function useRefreshAll() {
  const queryClient = useQueryClient();
  return () => refreshAll(queryClient);
}

/** Takes back what was sent: it is to be sent again. Refused when somebody did something with it meanwhile. */
export function useTakeBack() {
  const queryClient = useQueryClient();
  const { name } = useMe();
  return useMutation({
    mutationFn: (sent: readonly { id: string; version: number }[]) =>
      decide({ decision: 'undo-approval', items: sent.map(({ id, version }) => ({ id, version })) }, name),
    onSuccess: () => refreshAll(queryClient),
  });
}

/** Waits for the people and their hours, so that the screen goes on from what is stored now. */
async function refreshAll(queryClient: ReturnType<typeof useQueryClient>) {
  tellHoursStored();
  void queryClient.invalidateQueries({ queryKey: worksheetKeys.all });
  void queryClient.invalidateQueries({ queryKey: worksheetKeys.home });
  await queryClient.invalidateQueries({ queryKey: registrationKey });
}
