import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';
import { type Asked, paged } from '../../../kit/list/paged.ts';

export const supervisorRows = (query: Asked<'GET /api/office/supervisors'>) =>
  paged('supervisors', query, (page, signal) =>
    call('GET /api/office/supervisors', { query: { ...query, ...page } }, { signal }),
  );

export const supervisorRecord = (id: string) =>
  queryOptions({
    queryKey: recordKeys.one('supervisor', id),
    queryFn: ({ signal }) => call('GET /api/supervisors/:id', { params: { id } }, { signal }),
  });

export const rightsAtQuery = (organisationId: string) =>
  queryOptions({
    queryKey: recordKeys.list('rights', organisationId),
    queryFn: ({ signal }) => call('GET /api/supervisor-rights', { query: { organisationId } }, { signal }),
  });
