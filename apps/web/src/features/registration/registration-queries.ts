import type { Registered, RegisterRow, Registration } from '@konnekt/shared/registration/registration.contract';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { worksheetKeys } from '../../worksheet/worksheet-queries.ts';
import type { ReadHours } from './typed-hours.ts';

export type Choice = Input<'GET /api/registration'>['query'];

export const registrationKey = ['registration'] as const;

/** The people of a period whose hours this supervisor registers. While another one loads, this one stays on screen. */
export const registrationQuery = (choice: Choice) =>
  queryOptions({
    queryKey: [...registrationKey, choice],
    queryFn: ({ signal }) => call('GET /api/registration', { query: choice }, { signal }),
    placeholderData: keepPreviousData,
  });

export type RegisterAct = 'save' | 'send';

interface RegisterInput {
  act: RegisterAct;
  period: Registration['period'];
  rows: Omit<RegisterRow, 'remark'>[] & { remark?: string | null }[];
}

/** Saves or sends 1 to 500 rows in one request; the answer is for each row. All that shows them is asked again. */
export function useRegister() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ act, period, rows }: RegisterInput): Promise<Registered> =>
      call(`POST /api/registration/${act}`, {
        body: { periodType: period.type, year: period.year, period: period.number, rows },
      }),
    onSuccess: () => refreshAll(queryClient),
  });
}

/** Hours added to what was sent. Sent again under the same `partId` they are added once. */
export function useAddHours() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: { id: string; version: number; partId: string; read: ReadHours }) =>
      call('POST /api/worksheets/:id/supplements', {
        params: { id: input.id },
        body: { version: input.version, id: input.partId, lines: input.read.lines, remark: input.read.remark },
      }),
    onSuccess: () => refreshAll(queryClient),
  });
}

/** Takes back what was sent: it is to be sent again. Refused when somebody did something with it meanwhile. */
export function useTakeBack() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      call('POST /api/worksheets/undo-approval', { body: { items: [{ id, version }] } }),
    onSuccess: () => refreshAll(queryClient),
  });
}

/** Waits for the people and their hours, so that the screen goes on from what is stored now. */
async function refreshAll(queryClient: ReturnType<typeof useQueryClient>) {
  void queryClient.invalidateQueries({ queryKey: worksheetKeys.all });
  void queryClient.invalidateQueries({ queryKey: worksheetKeys.home });
  await queryClient.invalidateQueries({ queryKey: registrationKey });
}
