import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';
import { type Asked, paged } from '../../../kit/list/paged.ts';
import type { Picked } from '../../../ui/pick-field.tsx';

const pickable = 20;
export const employeeRows = (query: Asked<'GET /api/office/employees'>) =>
  paged('employees', query, (page, signal) =>
    call('GET /api/office/employees', { query: { ...query, ...page } }, { signal }),
  );

export const employeeRecord = (id: string) =>
  queryOptions({
    queryKey: recordKeys.one('employee', id),
    queryFn: ({ signal }) => call('GET /api/employees/:id', { params: { id } }, { signal }),
  });

export const pickEmployee = {
  key: 'employees',
  find: async (q: string, signal: AbortSignal): Promise<Picked[]> => {
    const { items } = await call('GET /api/office/employees', { query: { q, limit: pickable } }, { signal });
    return items.map(({ id, sortName, personnelNumber }) => ({ id, label: sortName, hint: personnelNumber }));
  },
};
