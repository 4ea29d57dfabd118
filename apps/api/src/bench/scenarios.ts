import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { benchPassword } from './fill.ts';
import { bareLogIn, leanApprove, leanList, leanListOfMany, leanOpen, leanRegister, leanSave } from './lean-sql.ts';
import { registrars } from './registrars.ts';
import type { Scenario } from './scenario.ts';

const approve = (count: number, { requests, lean, aims }: Pick<Scenario, 'requests' | 'lean' | 'aims'>): Scenario => ({
  ...{ name: `approve ${count}`, perRequest: count, requests, lean, ...(aims && { aims }) },
  writes: true,
  weeks: [1, 12],
  status: 'submitted',
  accounts: 'region',
  request: ({ ids, versions }) => ({
    method: 'POST',
    path: '/api/worksheets/approve',
    body: { items: ids.map((id, i) => ({ id, version: versions[i] })) },
  }),
  isGood: (body) => body.includes('"refused":[]'),
});

/** The first page of what waits, where that many weeks of all employees do. */
const list = ({
  weeks,
  ...scenario
}: Pick<Scenario, 'name' | 'accounts' | 'aims' | 'inTenTimes'> & { weeks: number }): Scenario => ({
  ...scenario,
  perRequest: 50,
  requests: { 1: 800, 16: 3200 },
  writes: false,
  weeks: [1, weeks],
  status: 'submitted',
  request: () => ({ method: 'GET', path: '/api/worksheets?phase=to-approve&limit=50' }),
  lean: scenario.accounts === 'national' ? leanListOfMany : leanList,
  isGood: (body) => /"total":[1-9]/.test(body),
});

const open = (scenario: Pick<Scenario, 'name' | 'aims' | 'inTenTimes'>): Scenario => ({
  ...scenario,
  perRequest: 1,
  requests: { 1: 2400, 16: 9600 },
  writes: false,
  weeks: [1, 1],
  status: 'submitted',
  accounts: 'region',
  request: ({ ids }) => ({ method: 'GET', path: `/api/worksheets/${ids[0]}` }),
  lean: leanOpen,
  isGood: (body) => body.includes('"history"'),
});

export const scenarios: Scenario[] = [
  {
    name: 'log in',
    perRequest: 1,
    requests: { 1: 60, 16: 240 },
    writes: false,
    weeks: [0, 0],
    status: 'draft',
    accounts: 'supervisor',
    request: ({ account }) => ({
      method: 'POST',
      path: '/api/auth/login',
      body: { login: account.email, password: benchPassword },
    }),
    lean: bareLogIn,
    isGood: (body) => body.includes('accountId'),
    hashesPassword: true,
    aims: { productOfBare: 0.7 },
  },
  list({
    name: 'list 50 to approve',
    accounts: 'supervisor',
    weeks: 1,
    aims: { ourSqlOfLean: 0.38, productOfBare: 0.73 },
  }),
  list({
    name: 'list 50, 60,000 waiting',
    accounts: 'supervisor',
    weeks: 12,
    aims: { ofTask: { name: 'list 50 to approve', share: 0.8 } },
  }),
  list({ name: 'list 50 of 100 organisations', accounts: 'national', weeks: 1 }),
  list({
    name: 'list 50 of 100 organisations, 60,000 waiting',
    accounts: 'national',
    weeks: 12,
    aims: { ofTask: { name: 'list 50 of 100 organisations', share: 0.8 } },
  }),
  list({
    name: 'list 50, ten times the data',
    accounts: 'supervisor',
    weeks: 1,
    aims: { ofTask: { name: 'list 50 to approve' } },
    inTenTimes: true,
  }),
  open({ name: 'open one', aims: { ourSqlOfLean: 0.28, productOfBare: 0.67 } }),
  open({ name: 'open one, ten times the data', aims: { ofTask: { name: 'open one' } }, inTenTimes: true }),
  {
    name: 'save a week',
    perRequest: 1,
    requests: { 1: 300, 16: 1200 },
    writes: true,
    weeks: [0, 11],
    status: 'draft',
    accounts: 'employee',
    request: ({ ids, versions, lines }) => ({
      method: 'PUT',
      path: `/api/worksheets/${ids[0]}`,
      body: { version: versions[0], lines },
    }),
    lean: leanSave,
    isGood: (body) => body.includes('"status":"draft"'),
    aims: { ourSqlOfLean: 0.55, productOfBare: 0.67 },
  },
  approve(1, {
    requests: { 1: 800, 16: 3200 },
    lean: leanApprove,
    aims: { ourSqlOfLean: 0.6, productOfBare: 0.71 },
  }),
  approve(100, {
    requests: { 1: 120, 16: 320 },
    lean: { ...leanApprove, isPlannedByValues: true },
    aims: { ourSqlOfLean: 0.35, productOfBare: 0.85 },
  }),
  {
    name: `register ${registrars.employeesEach}`,
    perRequest: registrars.employeesEach,
    requests: { 1: 32, 16: 64 },
    writes: true,
    weeks: [0, 5],
    status: 'draft',
    accounts: 'registrar',
    request: ({ ids, weekStart, lines }) => {
      const { year, week: period } = isoWeekOf(weekStart);
      const rows = ids.map((placementId) => ({ placementId, lines }));
      return { method: 'POST', path: '/api/registration/send', body: { periodType: 'week', year, period, rows } };
    },
    lean: leanRegister,
    isGood: (body) => body.includes('"refused":[]'),
    aims: { ourSqlOfLean: 0.35, productOfLean: 0.37 },
  },
];
