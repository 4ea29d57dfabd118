import type { Colleagues } from '@konnekt/shared/colleagues/colleague.contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { takeAnswer } from '../../api/take-answer.ts';

/** Supervisors of the own organisations, and who stands in for whom. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => call('GET /api/colleagues', undefined, { signal }),
});

type Body<K extends 'POST /api/colleagues' | 'POST /api/substitutes' | 'PUT /api/colleague-rights/:id'> =
  Input<K>['body'];
export type NewColleague = Body<'POST /api/colleagues'>;
export type NewSubstitute = Body<'POST /api/substitutes'>;
export type ChangedRight = Body<'PUT /api/colleague-rights/:id'>;

/** Every act answers how it is afterwards. */
function useAct<Asked>(act: (asked: Asked) => Promise<Colleagues>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (colleagues) => takeAnswer(queryClient, colleaguesQuery.queryKey, colleagues),
    // Somebody else changed it: show what is there now.
    onError: () => void queryClient.invalidateQueries({ queryKey: colleaguesQuery.queryKey }),
  });
}

export const useInvite = () => useAct((body: NewColleague) => call('POST /api/colleagues', { body }));
export const useInviteAgain = () =>
  useAct((personId: string) => call('POST /api/colleagues/:id/invite', { params: { id: personId } }));
export const useAnswerInvitation = (answer: 'accept' | 'decline') =>
  useAct((id: string) => call(`POST /api/colleague-invitations/:id/${answer}`, { params: { id } }));
export const useChangeRight = (id: string) =>
  useAct((body: ChangedRight) => call('PUT /api/colleague-rights/:id', { params: { id }, body }));
export const useNameSubstitute = () => useAct((body: NewSubstitute) => call('POST /api/substitutes', { body }));
export const useEndSubstitute = () =>
  useAct(({ id, version }: { id: string; version: number }) =>
    call('POST /api/substitutes/:id/end', { params: { id }, body: { version } }),
  );
