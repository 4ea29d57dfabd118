import type { Language } from '@konnekt/shared/basics/actor';
import { addDays, calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf, isoWeekStart } from '@konnekt/shared/basics/iso-week';
import { writeDay } from '@konnekt/shared/basics/typed-day';
import { type APIRequestContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import pg from 'pg';

/** Everybody's password: the demo's. */
export const password = 'konnekt-demo';

type DemoRole = 'supervisor' | 'registrar' | 'employee' | 'staff' | 'admin';
export interface Account {
  email: string;
  name: string;
  personId: string;
}
export interface Worker extends Account {
  placementId: string;
}

/** A client organisation of a test's own: a supervisor and people who work there. */
export interface Workplace<Names extends readonly string[] = readonly string[]> {
  organisationId: string;
  organisationName: string;
  supervisor: Account;
  colleagues: Account[];
  /** One for each name that was given. */
  workers: { [Index in keyof Names]: Worker };
}

export interface WorkplaceOptions {
  entryMode?: 'totals' | 'times';
  /** Who registers the hours; a supervisor who does may. */
  hoursBy?: 'employee' | 'supervisor';
  periodType?: 'week' | 'four-weeks' | 'month';
  /** From the Monday of last week unless said otherwise. */
  startsOn?: string;
  endsOn?: string;
  /** The supervisor manages people there. */
  mayManage?: boolean;
  /** More supervisors who approve there. */
  colleagues?: string[];
  /** What the organisation and its supervisor are called, where somebody looks at it. */
  names?: { organisation: string; supervisor: string };
  /** The supervisor sees its invoices. */
  maySeeInvoices?: boolean;
  /** The organisation wants a budget number with all hours. */
  needsBudgetNumber?: boolean;
}

interface Fixtures {
  /**
   * Logs in by the demo account of a role, or as a person that the test made, and opens a page. Who of the office reads English has an
   * account of the test's own: others at work with the demo's would read it, too.
   */
  signInAs(who: DemoRole | Account, options?: { language?: Language; path?: string }): Promise<void>;
  /** Makes an organisation with a supervisor and some workers; names are given, so that tests can find them. */
  makeWorkplace<const Names extends readonly string[]>(
    names: Names,
    options?: WorkplaceOptions,
  ): Promise<Workplace<Names>>;
  /** The same, where all of them sent forty hours of last week. */
  makeSentWeek<const Names extends readonly string[]>(
    names: Names,
    options?: WorkplaceOptions,
  ): Promise<Workplace<Names>>;
  /** The API as a person has it, logged in, until the test ends. */
  apiOf(who: DemoRole | Account): Promise<APIRequestContext>;
  /** Fills in and sends the week before this one, through the API, as that worker. */
  sendLastWeek(worker: Worker, hoursADay?: number, remark?: string): Promise<{ id: string; version: number }>;
  /** The agency sends worksheets back, through the API. */
  sendBack(worksheets: { id: string; version: number }[], reason: string): Promise<void>;
  /** The agency closes a period, until the test ends: nothing is registered in it any more. */
  closePeriod(period: { type: string; year: number; number: number }): Promise<void>;
}

export const test = base.extend<Fixtures>({
  signInAs: async ({ page }, use) => {
    await use(async (who, { language = 'nl', path = '/' } = {}) => {
      const isOwn = language !== 'nl' && (who === 'staff' || who === 'admin');
      const account = isOwn ? await withDatabase((db) => addAccount(db, `Olivia ${who}`, who)) : who;
      const login = loginOf(account);
      const response = await page.request.post('/api/auth/login', { data: { login, password } });
      expect(response.status(), `${login} logs in`).toBe(200);
      await page.request.patch('/api/me', { data: { language } });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  },
  makeWorkplace: async ({ browserName: _ }, use) => {
    await use((names, options = {}) => withDatabase((db) => makeWorkplace(db, names, options)));
  },
  makeSentWeek: async ({ makeWorkplace, sendLastWeek }, use) => {
    await use(async (names, options) => {
      const workplace = await makeWorkplace(names, options);
      for (const worker of workplace.workers as readonly Worker[]) await sendLastWeek(worker);
      return workplace;
    });
  },
  apiOf: async ({ playwright, baseURL }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (who) => {
      const api = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
      opened.push(api);
      expect((await api.post('/api/auth/login', { data: { login: loginOf(who), password } })).status()).toBe(200);
      return api;
    });
    for (const api of opened) await api.dispose();
  },
  sendBack: async ({ apiOf }, use) => {
    await use(async (worksheets, reason) => {
      const api = await apiOf('staff');
      const items = worksheets.map(({ id, version }) => ({ id, version }));
      const answer = await (await api.post('/api/worksheets/refuse', { data: { items, reason } })).json();
      expect(answer.refused).toEqual([]);
    });
  },
  closePeriod: async ({ browserName: _ }, use) => {
    const closed: { type: string; year: number; number: number }[] = [];
    const write = (closedAt: string, { type, year, number }: (typeof closed)[number]) =>
      withDatabase(async (db) => {
        const where = 'WHERE type = $1 AND year = $2 AND number = $3';
        await db.query(`UPDATE period SET closed_at = ${closedAt} ${where}`, [type, year, number]);
      });
    await use(async (period) => {
      closed.push(period);
      await write('now()', period);
    });
    for (const period of closed) await write('NULL', period);
  },
  sendLastWeek: async ({ apiOf }, use) => {
    await use(async (worker, hoursADay = 8, remark) => {
      const api = await apiOf(worker);
      const { items } = await (await api.get('/api/hour-types')).json();
      const normal = items.find(({ code }: { code: string }) => code === 'N100').id;
      const { year, number, monday } = lastWeek();
      const lines = [0, 1, 2, 3, 4].map((n) => ({
        hourTypeId: normal,
        date: addDays(monday, n),
        minutes: Math.round(hoursADay * 60),
      }));
      const saved = await api.post('/api/worksheets', {
        data: { placementId: worker.placementId, year, number, lines, ...(remark && { remark }) },
      });
      expect(saved.status(), await saved.text()).toBe(201);
      const draft = await saved.json();
      const sent = await api.post(`/api/worksheets/${draft.id}/send`, { data: { version: draft.version } });
      expect(sent.status()).toBe(200);
      const { id, version } = await sent.json();
      return { id, version };
    });
  },
});
export { expect, type Page };

const loginOf = (who: DemoRole | Account): string => (typeof who === 'string' ? `${who}@konnekt.example` : who.email);

/** Fills in a day as a person types it in their language, and leaves the field. */
export async function typeDay(field: Locator, day: string, language: Language = 'nl'): Promise<void> {
  await field.fill(writeDay(day, language));
  await field.blur();
}

/** The ISO week before this one, in Amsterdam. */
export function lastWeek(): { year: number; number: number; monday: string } {
  const { year, week } = isoWeekOf(addDays(calendarDayAt(new Date()), -7));
  return { year, number: week, monday: isoWeekStart(year, week) };
}
/** This week. */
export function thisWeek(): { year: number; number: number; monday: string } {
  const { year, week } = isoWeekOf(calendarDayAt(new Date()));
  return { year, number: week, monday: isoWeekStart(year, week) };
}

/** What no screen does: to let time pass. */
export async function withDatabase<T>(
  work: (db: pg.Client) => Promise<T>,
  connectionString = process.env.TEST_DATABASE_URL,
): Promise<T> {
  const db = new pg.Client({ connectionString });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

const idOf = async (db: pg.Client, text: string, values: unknown[]): Promise<string> =>
  (await db.query<{ id: string }>(text, values)).rows[0]?.id ?? '';

async function addAccount(db: pg.Client, name: string, role: string): Promise<Account> {
  const [firstName, ...rest] = name.split(' ');
  const personId = await idOf(db, 'INSERT INTO person (first_name, last_name) VALUES ($1, $2) RETURNING id', [
    firstName,
    rest.join(' '),
  ]);
  const email = `${role}-${personId.slice(-12)}@konnekt.example`;
  await db.query(
    `INSERT INTO account (person_id, email, password_hash, role, status, language)
     SELECT $1, $2, password_hash, $3, 'active', 'nl' FROM account WHERE email = 'staff@konnekt.example'`,
    [personId, email, role],
  );
  return { email, name, personId };
}

export async function makeWorkplace<const Names extends readonly string[]>(
  db: pg.Client,
  names: Names,
  options: WorkplaceOptions,
): Promise<Workplace<Names>> {
  const { entryMode = 'totals', hoursBy = 'employee', periodType = 'week', needsBudgetNumber = false } = options;
  const { startsOn = lastWeek().monday, endsOn = null } = options;
  const unique = Math.random().toString(36).slice(2, 8);
  const one = (text: string, values: unknown[]) => idOf(db, text, values);
  const organisationName = options.names?.organisation ?? `Testbedrijf ${unique}`;
  const organisationId = await one(
    'INSERT INTO organisation (name, city, requires_budget_number) VALUES ($1, $2, $3) RETURNING id',
    [organisationName, 'Utrecht', needsBudgetNumber],
  );
  const supervisor = await addAccount(db, options.names?.supervisor ?? `Saskia ${unique}`, 'supervisor');
  const give = (to: Account, mayRegister: boolean, mayManage: boolean) =>
    db.query(
      `INSERT INTO supervisor_right (person_id, organisation_id, may_approve, may_register, may_manage, may_see_invoices, valid_from)
       VALUES ($1, $2, true, $3, $4, $5, '2020-01-01')`,
      [to.personId, organisationId, mayRegister, mayManage, options.maySeeInvoices ?? false],
    );
  await give(supervisor, hoursBy === 'supervisor', options.mayManage ?? false);
  const colleagues: Account[] = [];
  for (const name of options.colleagues ?? []) {
    const colleague = await addAccount(db, name, 'supervisor');
    await give(colleague, false, false);
    colleagues.push(colleague);
  }
  const workers: Worker[] = [];
  for (const name of names) {
    const account = await addAccount(db, name, 'employee');
    const employeeId = await one('INSERT INTO employee (person_id, personnel_number) VALUES ($1, $2) RETURNING id', [
      account.personId,
      `T-${account.personId.slice(-8)}`,
    ]);
    const placementId = await one(
      `INSERT INTO placement (employee_id, organisation_id, function_name, starts_on, ends_on, planned_minutes, entry_mode, hours_by, period_type)
       VALUES ($1, $2, 'Orderpicker', $3, $4, 2400, $5, $6, $7) RETURNING id`,
      [employeeId, organisationId, startsOn, endsOn, entryMode, hoursBy, periodType],
    );
    workers.push({ ...account, placementId });
  }
  // One was made for each name.
  return { organisationId, organisationName, supervisor, colleagues, workers: workers as Workplace<Names>['workers'] };
}
