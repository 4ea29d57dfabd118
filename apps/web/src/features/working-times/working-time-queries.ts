import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { addressOf } from '../../api/route-address.ts';
import { worksheetKeys } from '../worksheets/parts/worksheet-queries.ts';

export type RegisterAsked = NonNullable<Input<'GET /api/working-times'>['query']>;

export const registerQuery = (query: RegisterAsked) =>
  queryOptions({
    queryKey: [...worksheetKeys.all, 'working-times', query],
    queryFn: ({ signal }) => call('GET /api/working-times', { query }, { signal }),
    placeholderData: keepPreviousData,
  });

export const registerAddress = (
  query: Omit<NonNullable<Input<'GET /api/working-times/file'>['query']>, 'part'> & { part?: number },
): string => addressOf('GET /api/working-times/file', { query }).url;
