import type { OrganisationQuery } from '@konnekt/shared/organisations/organisation.schema';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { call, type Input, type RouteKey } from '../api/client.ts';
import { takeAnswer } from '../api/take-answer.ts';
import { auditKeys } from '../audit/audit-queries.ts';
import type { Picked } from '../ui/pick-field.tsx';
import { officeKeys, type RecordKind } from './office-keys.ts';

type Asked<K extends RouteKey> = Omit<NonNullable<Input<K>['query']>, 'cursor' | 'limit'>;

const pageSize = 100;

/** One list of the office, page by page. While another one loads, the one before stays on screen. */
const paged = <Page extends { nextCursor: string | null }>(
  of: string,
  query: object,
  ask: (page: { limit: number; cursor: string | undefined }, signal: AbortSignal) => Promise<Page>,
) =>
  infiniteQueryOptions({
    queryKey: [...officeKeys.all, 'list', of, query],
    queryFn: ({ signal, pageParam }) => ask({ limit: pageSize, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const organisationRows = (query: Asked<'GET /api/office/organisations'>) =>
  paged('organisations', query, (page, signal) =>
    call('GET /api/office/organisations', { query: { ...query, ...page } }, { signal }),
  );
export const employeeRows = (query: Asked<'GET /api/office/employees'>) =>
  paged('employees', query, (page, signal) =>
    call('GET /api/office/employees', { query: { ...query, ...page } }, { signal }),
  );
export const supervisorRows = (query: Asked<'GET /api/office/supervisors'>) =>
  paged('supervisors', query, (page, signal) =>
    call('GET /api/office/supervisors', { query: { ...query, ...page } }, { signal }),
  );
export const placementRows = (query: Asked<'GET /api/office/placements'>) =>
  paged('placements', query, (page, signal) =>
    call('GET /api/office/placements', { query: { ...query, ...page } }, { signal }),
  );
export type OrganisationSort = OrganisationQuery['sort'];

export const organisationRecord = (id: string) =>
  queryOptions({
    queryKey: officeKeys.one('organisation', id),
    queryFn: ({ signal }) => call('GET /api/organisations/:id', { params: { id } }, { signal }),
  });
export const employeeRecord = (id: string) =>
  queryOptions({
    queryKey: officeKeys.one('employee', id),
    queryFn: ({ signal }) => call('GET /api/employees/:id', { params: { id } }, { signal }),
  });
export const supervisorRecord = (id: string) =>
  queryOptions({
    queryKey: officeKeys.one('supervisor', id),
    queryFn: ({ signal }) => call('GET /api/supervisors/:id', { params: { id } }, { signal }),
  });
export const placementRecord = (id: string) =>
  queryOptions({
    queryKey: officeKeys.one('placement', id),
    queryFn: ({ signal }) => call('GET /api/placements/:id', { params: { id } }, { signal }),
  });
export const rightsAt = (organisationId: string) =>
  queryOptions({
    queryKey: [...officeKeys.all, 'list', 'rights', organisationId],
    queryFn: ({ signal }) => call('GET /api/supervisor-rights', { query: { organisationId } }, { signal }),
  });

export const hourTypeRecords = queryOptions({
  queryKey: [...officeKeys.all, 'hour-types'],
  queryFn: ({ signal }) => call('GET /api/office/hour-types', undefined, { signal }),
});
export const periodRecords = (query: { type: 'week' | 'four-weeks' | 'month'; year: number }) =>
  queryOptions({
    queryKey: [...officeKeys.all, 'periods', query],
    queryFn: ({ signal }) => call('GET /api/office/periods', { query }, { signal }),
    placeholderData: keepPreviousData,
  });
export const settingsRecord = queryOptions({
  queryKey: [...officeKeys.all, 'settings'],
  queryFn: ({ signal }) => call('GET /api/settings', undefined, { signal }),
});

/** Puts a record that was saved where screens read it; lists, pickers, its history and a person's account are asked again. */
export function useTakeInRecord() {
  const queryClient = useQueryClient();
  return (kind: RecordKind, id: string, record: object, historyId = id) => {
    takeAnswer(queryClient, officeKeys.one(kind, id), record);
    const shown = [[...officeKeys.all, 'list'], ['organisations'], ['pick'], ['accounts'], auditKeys.record(historyId)];
    for (const queryKey of shown) void queryClient.invalidateQueries({ queryKey });
  };
}

const pickable = 20;
/** Clients and employees to choose from, by part of the name. */
export const pickOrganisation = {
  key: 'organisations',
  find: async (q: string, signal: AbortSignal): Promise<Picked[]> => {
    const query = { q, state: 'active', limit: pickable } as const;
    const { items } = await call('GET /api/office/organisations', { query }, { signal });
    return items.map(({ id, name, city }) => ({ id, label: name, hint: city }));
  },
};
export const pickEmployee = {
  key: 'employees',
  find: async (q: string, signal: AbortSignal): Promise<Picked[]> => {
    const { items } = await call('GET /api/office/employees', { query: { q, limit: pickable } }, { signal });
    return items.map(({ id, sortName, personnelNumber }) => ({ id, label: sortName, hint: personnelNumber }));
  },
};
