import { exportPresets } from '@konnekt/shared/payroll/export.presets';
import { bareSql } from './office-bare.ts';
import type { Ask, OfficeTask } from './office-task.ts';
import { rateRiseTasks } from './rate-rise-tasks.ts';

/** The office's work on invoices and payroll, in the order of a week: what a task makes the next one uses. */
export function officeTasks(ask: Ask): OfficeTask[] {
  const get =
    (path: (n: number) => string): OfficeTask['run'] =>
    async (n) =>
    () =>
      ask('GET', path(n));
  let jobs: { id: string }[] = [];
  let drafts: { id: string; version: number }[] = [];
  let finals: { id: string }[] = [];
  let run: { id: string; version: number } | undefined;
  const final = (n: number) => finals[n % Math.max(finals.length, 1)]?.id ?? '';
  const read = async (path: string) => JSON.parse((await ask('GET', path)).body);
  return [
    { name: 'status of all clients and periods', times: 9, bare: bareSql.status, run: get(() => '/api/status') },
    {
      name: 'who has not sent before the deadline',
      times: 9,
      bare: bareSql.guard,
      run: get(() => '/api/status/deadline'),
    },
    { name: 'invoices, first page of 100,000', times: 25, run: get(() => '/api/invoices?status=final&limit=50') },
    {
      name: 'invoices of a budget number, of 100,000',
      times: 25,
      run: get((n) => `/api/invoices?budgetNumber=bn-${n * 7}&limit=50`),
    },
    { name: 'invoices found by words, of 100,000', times: 9, run: get((n) => `/api/invoices?q=BN-${n * 11}&limit=50`) },
    { name: 'what is ready: 2,100 worksheets', times: 9, run: get(() => '/api/invoices/ready?until=2026-11-30') },
    {
      name: 'drafts of 2,100 worksheets',
      times: 1,
      run: async () => () => ask('POST', '/api/invoices/prepare', { until: '2026-11-30' }),
    },
    {
      name: 'make 300 drafts final',
      times: 1,
      run: async () => {
        drafts = (await read('/api/invoices?status=draft&limit=500')).items;
        const items = drafts.slice(0, 300).map(({ id, version }) => ({ id, version }));
        finals = items;
        return () => ask('POST', '/api/invoices/finalise', { invoiceDate: '2026-11-24', items });
      },
    },
    { name: 'open an invoice', times: 25, run: get((n) => `/api/invoices/${final(n)}`) },
    { name: 'the worksheets behind it', times: 25, run: get((n) => `/api/invoices/${final(n)}/worksheets`) },
    { name: 'its PDF, first asked for', times: 25, run: get((n) => `/api/invoices/${final(n)}/pdf`) },
    { name: 'its PDF, kept', times: 25, run: get((n) => `/api/invoices/${final(n)}/pdf`) },
    { name: 'its UBL, with the PDF', times: 25, run: get((n) => `/api/invoices/${final(n)}/ubl`) },
    { name: 'reconciliation, 250,000 final worksheets', times: 3, run: get(() => '/api/reconciliation') },
    {
      name: 'open a payroll run: 5,000 worksheets',
      times: 1,
      run: async () => async () => {
        const answer = await ask('POST', '/api/payroll-runs', {});
        run = JSON.parse(answer.body);
        return answer;
      },
    },
    { name: 'its totals', times: 5, run: get(() => `/api/payroll-runs/${run?.id}`) },
    {
      name: 'close it',
      times: 1,
      run: async () => () => ask('POST', `/api/payroll-runs/${run?.id}/close`, { version: run?.version }),
    },
    { name: 'its employees, first page', times: 5, run: get(() => `/api/payroll-runs/${run?.id}/employees?limit=50`) },
    ...Object.entries(exportPresets).map(([name, { content }]) => ({
      name: `its file: ${name}`,
      times: 1,
      run: async () => {
        const types: { id: string }[] = (await read('/api/office/hour-types')).items;
        const codes = types.map(({ id }, index) => ({ hourTypeId: id, code: String(100 + index), figure: 'quantity' }));
        const made = await ask('POST', '/api/export-definitions', {
          name,
          isUsed: false,
          content: { ...content, codes },
        });
        const { id, version } = JSON.parse(made.body);
        return () => ask('POST', `/api/payroll-runs/${run?.id}/files`, { definitionId: id, version });
      },
    })),
    {
      name: 'inbox, first page of 10,000 threads',
      times: 25,
      bare: bareSql.inbox,
      run: get(() => '/api/messages?limit=50'),
    },
    {
      name: 'how many are unread and wait',
      times: 25,
      bare: bareSql.counts,
      run: get(() => '/api/messages/counts'),
    },
    {
      name: 'threads found by words, of 40,000 messages',
      times: 9,
      run: get((n) => `/api/messages?q=pauze%20${(n + 1) * 997}&limit=50`),
    },
    {
      name: 'threads found by a word of all',
      times: 9,
      bare: bareSql.threadsSaid,
      run: get(() => '/api/messages?q=kilometers&limit=50'),
    },
    {
      name: 'documents, first page of 100,000',
      times: 25,
      bare: bareSql.documents,
      run: get(() => '/api/documents?limit=50'),
    },
    {
      name: 'documents found by a name of a person',
      times: 9,
      bare: bareSql.documentsCalled,
      run: get((n) => `/api/documents?q=${n + 1}%20loonstrook&limit=50`),
    },
    { name: 'jobs, first page', times: 9, bare: bareSql.jobs, run: get(() => '/api/jobs?limit=50') },
    {
      name: 'a job with its history',
      times: 9,
      bare: bareSql.job,
      run: async (n) => {
        jobs = jobs.length > 0 ? jobs : (await read('/api/jobs?limit=50')).items;
        return () => ask('GET', `/api/jobs/${jobs[n % jobs.length]?.id}`);
      },
    },
    { name: 'dashboard of thirteen weeks', times: 9, bare: bareSql.dashboard, run: get(() => '/api/dashboard') },
    {
      name: 'the list behind all that was asked',
      times: 9,
      bare: bareSql.behind,
      run: get(() => '/api/dashboard/worksheets?show=asked&limit=50'),
    },
    {
      name: 'dashboard of one client',
      times: 9,
      run: async () => {
        const { organisations } = await read('/api/dashboard');
        return () => ask('GET', `/api/dashboard?organisationId=${organisations[0].id}`);
      },
    },
    ...rateRiseTasks(ask),
  ];
}
