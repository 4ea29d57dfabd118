import type { ExportContent } from '@konnekt/shared/payroll/export.schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { paged } from '../../kit/list/paged.ts';

export const runRows = paged('payroll-runs', {}, (page, signal) =>
  call('GET /api/payroll-runs', { query: page }, { signal }),
);

export const runRecord = (id: string) =>
  queryOptions({
    queryKey: recordKeys.one('payroll-run', id),
    queryFn: ({ signal }) => call('GET /api/payroll-runs/:id', { params: { id } }, { signal }),
  });

export const runEmployees = (id: string, q: string) =>
  paged('payroll-run-employees', { id, q }, async (page, signal) => {
    const list = await call(
      'GET /api/payroll-runs/:id/employees',
      { params: { id }, query: { ...page, q } },
      { signal },
    );
    return { ...list, items: list.items.map((item) => ({ ...item, id: item.employeeId })) };
  });

export const runWorksheets = (id: string, query: { q: string; employeeId?: string | undefined; isHeld: boolean }) =>
  paged('payroll-run-worksheets', { id, ...query }, (page, signal) => {
    const { isHeld, ...rest } = query;
    const asked = { ...page, ...rest, held: isHeld ? 'true' : 'false' };
    return call('GET /api/payroll-runs/:id/worksheets', { params: { id }, query: asked }, { signal });
  });

export const runFiles = (id: string) =>
  queryOptions({
    queryKey: recordKeys.one('payroll-files', id),
    queryFn: ({ signal }) => call('GET /api/payroll-runs/:id/files', { params: { id } }, { signal }),
  });

export const exportDefinitions = queryOptions({
  queryKey: [...recordKeys.all, 'export-definitions'],
  queryFn: ({ signal }) => call('GET /api/export-definitions', undefined, { signal }),
});

/** What a definition makes of a run, as it is typed; while the next one is made, the one before stays. */
export const exportPreview = (runId: string, content: ExportContent) =>
  queryOptions({
    queryKey: [...recordKeys.all, 'export-preview', runId, content],
    queryFn: ({ signal }) =>
      call('POST /api/payroll-runs/:id/export-preview', { params: { id: runId }, body: { content } }, { signal }),
    placeholderData: keepPreviousData,
  });
