import { mostInPage } from '@konnekt/shared/basics/list-bounds';
import type { OrganisationQuery } from '@konnekt/shared/organisations/organisation.schema';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';
import { type Asked, paged } from '../../../kit/list/paged.ts';
import type { Picked } from '../../../ui/pick-field.tsx';

export type OrganisationSort = OrganisationQuery['sort'];

const pickable = 20;
export const organisationRows = (query: Asked<'GET /api/office/organisations'>) =>
  paged('organisations', query, (page, signal) =>
    call('GET /api/office/organisations', { query: { ...query, ...page } }, { signal }),
  );

export const organisationRecord = (id: string) =>
  queryOptions({
    queryKey: recordKeys.one('organisation', id),
    queryFn: ({ signal }) => call('GET /api/organisations/:id', { params: { id } }, { signal }),
  });

export const pickOrganisation = {
  key: 'organisations',
  find: async (q: string, signal: AbortSignal): Promise<Picked[]> => {
    const query = { q, state: 'active', limit: pickable } as const;
    const { items } = await call('GET /api/office/organisations', { query }, { signal });
    return items.map(({ id, name, city }) => ({ id, label: name, hint: city }));
  },
};

/** All in sight, by name. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: ({ signal }) => call('GET /api/organisations', { query: { limit: mostInPage } }, { signal }),
  staleTime: 5 * 60_000,
});

/** Who of the office can be a client's contact. */
export const agencyContactsQuery = queryOptions({
  queryKey: ['agency-contacts'],
  queryFn: ({ signal }) => call('GET /api/agency-contacts', undefined, { signal }),
  staleTime: 5 * 60_000,
});

/** Placements there that run or are to, with their rates, page by page. */
export const ratedPlacements = (id: string) =>
  paged('rates', { organisationId: id }, (page, signal) =>
    call('GET /api/organisations/:id/rates', { params: { id }, query: page }, { signal }),
  );
