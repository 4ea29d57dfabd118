import type { Role } from '@konnekt/shared/basics/actor';
import { roles } from '@konnekt/shared/basics/actor';
import { ledgerPresets } from '@konnekt/shared/ledger/ledger.presets';
import { exportPresets } from '@konnekt/shared/payroll/export.presets';
import type { routes } from '@konnekt/shared/routes';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from './kit/database.ts';
import { keepFile } from './kit/files.ts';
import { sql } from './kit/sql.ts';
import { ask, askFile, type Client, type Method, sendFile, testApp } from './test/build-app.ts';
import {
  createDocument,
  createInvited,
  createOrganisation,
  createPeriod,
  createPerson,
  createPlacement,
  createRate,
  createSupervisor,
  createThread,
  giveRight,
  hourTypeId,
  offerRight,
  type Person,
  placementFields,
  testPassword,
} from './test/factories.ts';
import { signInAs, signInNew } from './test/sign-in-as.ts';

/**
 * Every route × every role × own and foreign object. `own` is what a person has to do with: their hours, or their
 * organisation's. A registered route without a row here fails.
 */
type Status = number;
/** Who sees what is theirs alone. */
const outsideTheOffice = ['employee', 'supervisor'] as const;
interface Row {
  /** What anonymous, then each role gets on an own object; the office owns everything. */
  anonymous: Status;
  own: Record<Role, Status>;
  /** The same on somebody else's object, where the route has one. */
  foreign?: Record<Role, Status>;
  path?: (to: Target) => string | Promise<string>;
  body?: (to: Target) => object | Promise<object>;
  /** It is told of worksheets, or they are what it is about: a new object comes with some. */
  isOfHours?: true;
  /** A decision answers 200 and refuses per item: this is the code of the item, or 'done'. */
  item?: { own: Partial<Record<Role, string>>; foreign: Partial<Record<Role, string>> };
}
interface Target {
  placementId: string;
  organisationId: string;
  employeeId: string;
  supervisorId: string;
  /** A right that begins today. */
  rightId: string;
  budgetNumberId: string;
  /** A rate that begins tomorrow. */
  rateId: string;
  periodId: string;
  draft: { id: string; version: number };
  submitted: { id: string; version: number };
  approved: { id: string; version: number };
  /** Somebody who was invited: for `own` an employee, for `foreign` somebody of the office. */
  invited: Person;
  /** Manages people and registers hours at the organisation, and is who `own` is about for a supervisor. */
  supervisor: Person;
  /** A supervisor there whom they manage, and whose right `rightId` is. */
  colleague: Person;
  /** Who asks, where it is about their own, else somebody else. */
  owner: Person;
  /** Who asks, logged in. */
  asker: Client;
}

const everybody = (status: Status): Record<Role, Status> => ({
  employee: status,
  supervisor: status,
  staff: status,
  admin: status,
});
const list: Row = { anonymous: 401, own: everybody(200) };
const decision = (of: 'submitted' | 'approved', reason?: string) => ({
  isOfHours: true as const,
  body: (to: Target) => ({ items: [to[of]], ...(reason && { reason }) }),
});
const clients = {
  anonymous: 401,
  own: { ...everybody(403), supervisor: 200 },
  foreign: { ...everybody(403), supervisor: 200 },
};
const office = { anonymous: 401, own: { ...everybody(403), staff: 200, admin: 200 } };
const adminsList = { anonymous: 401, own: { ...everybody(403), admin: 200 } };
const officeMakes = { anonymous: 401, own: { ...everybody(403), staff: 201, admin: 201 } };
let number = 0;
const unique = (word: string) => `${word} ${++number}`;
const person = () => ({ firstName: 'Eva', lastName: 'Bos', email: `eva-${++number}@bureau.example` });
const hourType = {
  nameNl: 'Standby',
  nameEn: 'Standby',
  kind: 'other',
  billShareBp: 10_000,
  payShareBp: 10_000,
  isWorked: true,
  unit: 'hours',
  forEmployee: true,
  forSupervisor: true,
  sortOrder: 9,
  isActive: true,
};
const placement = (to: Target) => ({
  employeeId: to.employeeId,
  organisationId: to.organisationId,
  ...placementFields,
});
const settings = {
  name: 'Testbureau',
  accentColour: '#0b6e6e',
  helpdeskPhone: '010-1234567',
  helpdeskEmail: 'help@bureau.example',
  lastApproval: true,
  paidOnWeekday: 2,
  approveByWeekday: 1,
  approveByMinutes: 1440,
  weekFiftyThree: 'long-last-period',
  hoursFrom: null,
  standsOutFromPlannedMinutes: 60,
  standsOutFromPreviousMinutes: 240,
  warningLimits: {},
};

const rateChange = (to: Target) => ({
  validFrom: '2026-01-05',
  asked: {
    ...{ kind: 'rates', placementId: to.placementId },
    rates: [{ hourTypeId: normal, payCents: 1700, billCents: 3100 }],
  },
});

/** What an office saw of it. */
async function seenOf(change: object): Promise<object> {
  const staff = await signInNew(test, 'staff');
  return (await ask(test.app, staff, 'POST', '/api/rate-changes/preview', change)).body;
}

/** There is one open run, whoever proposed it. */
async function openRun(): Promise<{ id: string; version: number }> {
  const admin = await signInNew(test, 'admin');
  return (await ask(test.app, admin, 'POST', '/api/payroll-runs')).body;
}
const ofRun = (part = ''): Row => ({ ...office, path: async () => `/api/payroll-runs/${(await openRun()).id}${part}` });

const exportDefinition = () => ({ name: unique('Export'), isUsed: false, content: exportPresets.csv.content });

/** Whose invoices one may see is tried in invoice.routes.test.ts. */
const officeMisses = { ...everybody(403), staff: 404, admin: 404 } as const;
const ofNoInvoice = (part = ''): Row => ({
  anonymous: 401,
  own: { ...everybody(403), supervisor: 404, staff: 404, admin: 404 },
  path: () => `/api/invoices/${newId()}${part}`,
});
const round = { isOn: true, weekday: 1, minutes: 540 };

/** Of the office's own accounts only admins decide. */
const managing = (path: string, own: Status = 200): Row => ({
  anonymous: 401,
  own: { ...everybody(403), staff: own, admin: own },
  foreign: { ...everybody(403), admin: own },
  path: (to) => `/api/accounts/${to.invited.accountId}${path}`,
});

/** What is known of them neither. */
const seeing = (path: (to: Target) => string): Row => ({
  ...office,
  foreign: { ...everybody(403), staff: 404, admin: 200 },
  path,
});

const registrars = { anonymous: 401, own: { ...everybody(403), supervisor: 200 } };
const registering: Row = {
  ...registrars,
  foreign: { ...everybody(403), supervisor: 200 },
  body: async (to) => ({
    periodType: 'week',
    year: 2026,
    period: 47,
    rows: [{ placementId: await registeredPlacement(to), lines: [{ hourTypeId: normal, date: null, minutes: 480 }] }],
  }),
  item: { own: { supervisor: 'done' }, foreign: { supervisor: 'not-yours' } },
};

/** Of the colleagues of a supervisor who manages people: others do not know that there are such. */
const colleague = (path: (to: Target) => string | Promise<string>, own: Status = 200): Row => ({
  anonymous: 401,
  own: { ...everybody(403), supervisor: own },
  foreign: { ...everybody(403), supervisor: 404 },
  path,
});

/** A thread of who asks, or of somebody else. */
const inThread = (part = '', status: Status = 200): Row => ({
  anonymous: 401,
  own: everybody(status),
  foreign: { ...everybody(404), staff: status, admin: status },
  path: async (to) => `/api/messages/${await threadOf(to)}${part}`,
});

/** A document of who asks, or of somebody else. */
const ofDocument = (part = '', status: Status = 200): Row => ({
  anonymous: 401,
  own: everybody(status),
  foreign: { ...everybody(404), staff: status, admin: status },
  path: async (to) => `/api/documents/${await documentOf(to)}${part}`,
});
const isOfOffice = ({ role }: Client): boolean => role === 'staff' || role === 'admin';
const template = () => ({ name: unique('Antwoord'), bodyNl: 'Dank u', bodyEn: 'Thank you' });

const allRights = {
  mayApprove: true,
  mayRegister: true,
  maySeeInvoices: false,
  mayManage: true,
  validFrom: '2026-12-01',
  validUntil: null,
};

const table: Record<keyof typeof routes | 'GET /api/openapi.json', Row> = {
  'GET /api/openapi.json': { anonymous: 200, own: everybody(200) },
  'GET /api/agency': { anonymous: 200, own: everybody(200) },
  'GET /api/agency/logo/:id': {
    anonymous: 404,
    own: everybody(404),
    path: () => '/api/agency/logo/019ad0c4-0000-7000-8000-000000000000',
  },
  'GET /api/health': { anonymous: 200, own: everybody(200) },
  'POST /api/auth/login': {
    anonymous: 401,
    own: everybody(401),
    body: () => ({ login: 'nobody@x.example', password: 'wrong' }),
  },
  'POST /api/auth/refresh': { anonymous: 401, own: everybody(200) },
  'POST /api/auth/logout': { anonymous: 204, own: everybody(204) },
  'POST /api/auth/link': { anonymous: 200, own: everybody(200), body: () => ({ token: 'x' }) },
  'POST /api/auth/activate': {
    anonymous: 404,
    own: everybody(404),
    body: () => ({ token: 'x', password: testPassword }),
  },
  'POST /api/auth/forgot-password': {
    anonymous: 204,
    own: everybody(204),
    body: (to) => ({ login: `${to.placementId}@x.example` }),
  },
  'GET /api/accounts': adminsList,
  'GET /api/accounts/export': adminsList,
  'POST /api/accounts': {
    anonymous: 401,
    own: { ...everybody(403), admin: 201 },
    body: (to) => ({
      firstName: 'Nieuwe',
      lastName: 'Collega',
      email: `${to.placementId}@x.example`,
      language: 'nl',
      role: 'staff',
    }),
  },
  'GET /api/accounts/:id': seeing((to) => `/api/accounts/${to.invited.accountId}`),
  'GET /api/people/:id/account': seeing((to) => `/api/people/${to.invited.personId}/account`),
  'PUT /api/accounts/:id': {
    ...managing(''),
    body: (to) => ({ version: 1, email: to.invited.email, userName: null, language: 'nl' }),
  },
  'POST /api/accounts/:id/invite': managing('/invite'),
  'POST /api/accounts/:id/block': managing('/block'),
  'POST /api/accounts/:id/unblock': managing('/unblock', 409),
  'GET /api/accounts/:id/sessions': seeing((to) => `/api/accounts/${to.invited.accountId}/sessions`),
  'POST /api/accounts/:id/end-sessions': managing('/end-sessions'),
  'GET /api/live': list,
  'GET /api/messages': list,
  'GET /api/messages/counts': list,
  'GET /api/messages/receivers': office,
  'GET /api/messages/:id': inThread(),
  'POST /api/messages': {
    anonymous: 401,
    own: { employee: 201, supervisor: 201, staff: 201, admin: 201 },
    foreign: { employee: 400, supervisor: 400, staff: 201, admin: 201 },
    isOfHours: true,
    body: (to) => ({
      ...{ id: newId(), title: 'Vraag', body: 'Klopt dit?', worksheetId: to.submitted.id },
      ...(isOfOffice(to.asker) && { personId: to.supervisor.personId }),
    }),
  },
  'POST /api/messages/to-many': {
    ...officeMakes,
    body: (to) => ({
      ...{ id: newId(), title: 'Let op', body: 'Kerst', total: 1 },
      receivers: { personIds: [to.supervisor.personId] },
    }),
  },
  'POST /api/messages/:id/replies': { ...inThread('/replies', 201), body: () => ({ id: newId(), body: 'Ja' }) },
  'POST /api/messages/:id/read': { ...inThread('/read'), body: () => ({ number: 1 }) },
  'POST /api/messages/:id/archive': {
    ...inThread('/archive'),
    own: { employee: 200, supervisor: 200, staff: 403, admin: 403 },
    foreign: { employee: 404, supervisor: 404, staff: 403, admin: 403 },
    body: () => ({ isArchived: true, number: 1 }),
  },
  'POST /api/messages/:id/handle': {
    ...office,
    path: async (to) => `/api/messages/${await threadOf(to)}/handle`,
    body: () => ({ act: 'take', version: 2 }),
  },
  'GET /api/message-files/:id': {
    anonymous: 401,
    own: everybody(200),
    foreign: { ...everybody(404), staff: 200, admin: 200 },
    path: async (to) => `/api/message-files/${await attachmentOf(to)}`,
  },
  'POST /api/document-deliveries': {
    ...officeMakes,
    body: async (to) => ({
      ...{ id: newId(), name: 'Loonstrook', category: 'payslip' },
      fileIds: [await handedInDocument(to)],
    }),
  },
  'GET /api/document-deliveries/:id': { ...office, path: async () => `/api/document-deliveries/${await delivery()}` },
  'POST /api/document-deliveries/:id/apply': {
    anonymous: 401,
    // What was checked holds nothing that is somebody's.
    own: { ...everybody(403), staff: 409, admin: 409 },
    path: async () => `/api/document-deliveries/${await delivery()}/apply`,
    body: () => ({ total: 1 }),
  },
  'GET /api/document-limits': office,
  'GET /api/settings/documents': { anonymous: 401, own: { ...everybody(403), admin: 200 } },
  'PUT /api/settings/documents': {
    anonymous: 401,
    own: { ...everybody(403), admin: 409 },
    body: () => ({ documentMegabytes: 25, zipMegabytes: 100, version: 99 }),
  },
  'GET /api/documents': list,
  'GET /api/documents/counts': list,
  'GET /api/documents/:id': ofDocument(),
  'GET /api/documents/:id/readers': { ...office, path: async (to) => `/api/documents/${await documentOf(to)}/readers` },
  'GET /api/documents/:id/readers/export': {
    ...office,
    path: async (to) => `/api/documents/${await documentOf(to)}/readers/export`,
  },
  'GET /api/documents/:id/versions/:number/file': ofDocument('/versions/1/file'),
  'POST /api/documents': {
    ...officeMakes,
    body: async (to) => ({
      ...{ id: newId(), name: 'Contract', category: 'contract', personId: to.supervisor.personId },
      fileId: await handedInDocument(to),
    }),
  },
  'PUT /api/documents/:id': {
    ...office,
    path: async (to) => `/api/documents/${await documentOf(to)}`,
    body: () => ({ version: 1, name: 'Contract', category: 'contract' }),
  },
  'POST /api/documents/:id/versions': {
    ...officeMakes,
    path: async (to) => `/api/documents/${await documentOf(to)}/versions`,
    body: async (to) => ({ version: 1, fileId: await handedInDocument(to) }),
  },
  'DELETE /api/documents/:id': {
    anonymous: 401,
    own: { ...everybody(403), staff: 204, admin: 204 },
    path: async (to) => `/api/documents/${await documentOf(to)}`,
    body: () => ({ version: 1 }),
  },
  'POST /api/documents/:id/open': { ...ofDocument('/open'), body: () => ({ number: 1 }) },
  'POST /api/documents/:id/confirm': {
    ...ofDocument('/confirm'),
    // Of a document that was not opened, and of one that is for somebody else.
    own: { employee: 409, supervisor: 409, staff: 403, admin: 403 },
    foreign: { employee: 404, supervisor: 404, staff: 403, admin: 403 },
    body: () => ({ number: 1, sha256: '0'.repeat(64) }),
  },
  'GET /api/message-draft': list,
  'PUT /api/message-draft': { anonymous: 401, own: everybody(204), body: () => ({ threadId: null, body: 'x' }) },
  'GET /api/answer-templates': office,
  'POST /api/answer-templates': { ...officeMakes, body: () => template() },
  'PUT /api/answer-templates/:id': {
    ...office,
    path: async () => `/api/answer-templates/${await keptTemplate()}`,
    body: () => ({ ...template(), version: 1 }),
  },
  'DELETE /api/answer-templates/:id': {
    anonymous: 401,
    own: { ...everybody(403), staff: 204, admin: 204 },
    path: async () => `/api/answer-templates/${await keptTemplate()}`,
    body: () => ({ version: 1 }),
  },
  'GET /api/notices': list,
  'POST /api/notices/read': { ...list, body: () => ({}) },
  'GET /api/me/notices': list,
  'PUT /api/me/notices': { ...list, body: () => ({ items: [] }) },
  'GET /api/me/sessions': list,
  'POST /api/me/sessions/end-others': list,
  'POST /api/me/sessions/:id/end': {
    anonymous: 401,
    own: everybody(200),
    foreign: everybody(404),
    path: async (to) => `/api/me/sessions/${await anotherSession(to.owner)}/end`,
  },
  'GET /api/me': list,
  'PATCH /api/me': { ...list, body: () => ({ language: 'nl' }) },
  'PUT /api/me/password': {
    anonymous: 401,
    own: everybody(400),
    body: () => ({ currentPassword: 'wrong', newPassword: testPassword }),
  },
  'GET /api/audit': adminsList,
  'GET /api/audit/export': adminsList,
  'GET /api/records/:id/history': { ...office, path: (to) => `/api/records/${to.placementId}/history` },
  'GET /api/demo/mails': { anonymous: 404, own: everybody(404) },
  'GET /api/start': list,
  'GET /api/news': list,
  'GET /api/home': list,
  'GET /api/colleagues': registrars,
  'POST /api/colleagues': {
    anonymous: 401,
    own: { ...everybody(403), supervisor: 201 },
    foreign: everybody(403),
    body: (to) => ({ ...allRights, ...person(), prefix: null, language: 'nl', organisationId: to.organisationId }),
  },
  'POST /api/colleagues/:id/rights': {
    ...colleague((to) => `/api/colleagues/${to.colleague.personId}/rights`, 201),
    body: async (to) => ({ ...allRights, organisationId: await secondOrganisation(to) }),
  },
  'POST /api/colleagues/:id/invite': colleague(
    async (to) => `/api/colleagues/${(await invitedColleague(to)).personId}/invite`,
  ),
  'POST /api/colleague-invitations/:id/accept': colleague(
    async (to) => `/api/colleague-invitations/${await offerTo(to.supervisor)}/accept`,
  ),
  'POST /api/colleague-invitations/:id/decline': colleague(
    async (to) => `/api/colleague-invitations/${await offerTo(to.supervisor)}/decline`,
  ),
  'PUT /api/colleague-rights/:id': {
    ...colleague((to) => `/api/colleague-rights/${to.rightId}`),
    body: () => ({ ...allRights, version: 1 }),
  },
  'POST /api/substitutes': {
    anonymous: 401,
    own: { ...everybody(403), supervisor: 201 },
    foreign: everybody(403),
    body: (to) => ({
      personId: to.colleague.personId,
      organisationIds: [to.organisationId],
      validFrom: '2026-12-01',
      validUntil: '2026-12-24',
    }),
  },
  'POST /api/substitutes/:id/end': {
    ...colleague(async (to) => `/api/substitutes/${await substitution(to)}/end`),
    body: () => ({ version: 1 }),
  },
  'POST /api/files': {
    anonymous: 401,
    own: { ...everybody(403), staff: 400, admin: 400 },
    path: () => '/api/files?purpose=import',
    body: () => ({}),
  },
  'POST /api/imports': {
    anonymous: 401,
    own: { ...everybody(403), staff: 201, admin: 201 },
    foreign: { ...everybody(403), staff: 404, admin: 404 },
    body: async (to) => ({ kind: 'employees', fileId: await handedIn(to.owner) }),
  },
  'GET /api/imports/:id': { ...office, path: async (to) => `/api/imports/${await checkedImport(to)}` },
  'POST /api/imports/:id/check': {
    ...office,
    path: async (to) => `/api/imports/${await checkedImport(to)}/check`,
    body: () => ({ kind: 'organisations' }),
  },
  'GET /api/imports/:id/errors': {
    ...office,
    path: async (to) => `/api/imports/${await checkedImport(to, 'refused')}/errors`,
  },
  'POST /api/imports/:id/apply': {
    ...office,
    path: async (to) => `/api/imports/${await checkedImport(to)}/apply`,
    body: () => ({ fingerprint: 'x' }),
  },
  'GET /api/exports/:kind': { ...office, path: () => '/api/exports/employees' },
  'GET /api/people/:id/personal-data': seeing((to) => `/api/people/${to.invited.personId}/personal-data`),
  'GET /api/people/:id/personal-data/file': seeing((to) => `/api/people/${to.invited.personId}/personal-data/file`),
  'POST /api/people/:id/erase': {
    anonymous: 401,
    own: { ...everybody(403), admin: 204 },
    path: (to) => `/api/people/${to.invited.personId}/erase`,
    body: () => ({ version: 1 }),
  },
  'GET /api/organisations': list,
  'GET /api/employees': list,
  'GET /api/placements': list,
  'GET /api/periods': { ...list, path: () => '/api/periods?year=2026' },
  'GET /api/hour-types': list,
  'GET /api/office/organisations': office,
  'GET /api/agency-contacts': office,
  'GET /api/organisations/:id': { ...office, path: (to) => `/api/organisations/${to.organisationId}` },
  'POST /api/organisations': { ...officeMakes, body: () => ({ name: unique('Klant'), city: 'Urk' }) },
  'PUT /api/organisations/:id': {
    ...office,
    path: (to) => `/api/organisations/${to.organisationId}`,
    body: () => ({ name: unique('Klant'), city: 'Urk', version: 1 }),
  },
  'POST /api/organisations/:id/budget-numbers': {
    ...officeMakes,
    path: (to) => `/api/organisations/${to.organisationId}/budget-numbers`,
    body: () => ({ number: unique('BN') }),
  },
  'PUT /api/budget-numbers/:id': {
    ...office,
    path: (to) => `/api/budget-numbers/${to.budgetNumberId}`,
    body: () => ({ number: unique('BN'), version: 1 }),
  },
  'GET /api/office/employees': office,
  'GET /api/office/employees/invitable': office,
  'POST /api/office/employees/invite': {
    ...office,
    body: () => ({ q: 'nobody is called this', states: ['new'] }),
  },
  'GET /api/employees/:id': { ...office, path: (to) => `/api/employees/${to.employeeId}` },
  'POST /api/employees': {
    ...officeMakes,
    body: () => ({ ...person(), personnelNumber: unique('P'), isAnother: true }),
  },
  'PUT /api/employees/:id': {
    ...office,
    path: (to) => `/api/employees/${to.employeeId}`,
    body: () => ({ ...person(), personnelNumber: unique('P'), version: 1 }),
  },
  'GET /api/office/supervisors': office,
  'GET /api/office/supervisors/invitable': office,
  'POST /api/office/supervisors/invite': {
    ...office,
    body: () => ({ q: 'nobody is called this', states: ['new'] }),
  },
  'GET /api/supervisor-rights': {
    ...office,
    path: (to) => `/api/supervisor-rights?organisationId=${to.organisationId}`,
  },
  'GET /api/supervisors/:id': { ...office, path: (to) => `/api/supervisors/${to.supervisorId}` },
  'POST /api/supervisors': { ...officeMakes, body: () => ({ ...person(), rights: [], isAnother: true }) },
  'PUT /api/supervisors/:id': {
    ...office,
    path: (to) => `/api/supervisors/${to.supervisorId}`,
    body: () => ({ ...person(), version: 1 }),
  },
  'POST /api/supervisors/:id/rights': {
    anonymous: 401,
    own: { ...everybody(403), staff: 400, admin: 400 },
    path: (to) => `/api/supervisors/${to.supervisorId}/rights`,
    body: (to) => ({ organisationId: to.organisationId, mayApprove: true, validFrom: '2026-11-21' }),
  },
  'POST /api/supervisor-rights/:id/change': {
    ...office,
    path: (to) => `/api/supervisor-rights/${to.rightId}/change`,
    body: (to) => ({ version: 1, organisationId: to.organisationId, mayRegister: true, validFrom: '2026-12-01' }),
  },
  'POST /api/supervisor-rights/:id/end': {
    ...office,
    path: (to) => `/api/supervisor-rights/${to.rightId}/end`,
    body: () => ({ version: 1, validUntil: '2026-11-30' }),
  },
  'DELETE /api/supervisor-rights/:id': {
    ...office,
    path: (to) => `/api/supervisor-rights/${to.rightId}`,
    body: () => ({ version: 1 }),
  },
  'POST /api/people/:id/employee': {
    ...officeMakes,
    path: (to) => `/api/people/${to.supervisorId}/employee`,
    body: () => ({ version: 1, personnelNumber: unique('P') }),
  },
  // Who supervises alone has no other role to keep or to lose.
  'DELETE /api/people/:id/employee': {
    anonymous: 401,
    own: { ...everybody(403), staff: 409, admin: 409 },
    path: (to) => `/api/people/${to.supervisorId}/employee`,
    body: () => ({ version: 1 }),
  },
  'DELETE /api/people/:id/supervisor': {
    anonymous: 401,
    own: { ...everybody(403), staff: 409, admin: 409 },
    path: (to) => `/api/people/${to.supervisorId}/supervisor`,
    body: () => ({ version: 1 }),
  },
  'GET /api/office/placements': office,
  'GET /api/placements/:id': { ...office, path: (to) => `/api/placements/${to.placementId}` },
  'GET /api/placements/:id/hours-outside': {
    ...office,
    path: (to) => `/api/placements/${to.placementId}/hours-outside?startsOn=2026-01-01`,
  },
  'POST /api/placements': { ...officeMakes, body: placement },
  'PUT /api/placements/:id': {
    ...office,
    path: (to) => `/api/placements/${to.placementId}`,
    body: (to) => ({ ...placement(to), version: 1 }),
  },
  'POST /api/placements/:id/rates': {
    ...officeMakes,
    path: (to) => `/api/placements/${to.placementId}/rates`,
    body: () => ({
      version: 1,
      validFrom: '2026-11-30',
      rates: [{ hourTypeId: normal, payCents: 1680, billCents: 3024 }],
    }),
  },
  'GET /api/organisations/:id/rates': { ...office, path: (to) => `/api/organisations/${to.organisationId}/rates` },
  'PUT /api/organisations/:id/rates': {
    ...office,
    path: (to) => `/api/organisations/${to.organisationId}/rates`,
    body: (to) => ({
      validFrom: '2026-11-30',
      placements: [
        {
          placementId: to.placementId,
          version: 1,
          rates: [{ hourTypeId: normal, payCents: 1680, billCents: 3024 }],
        },
      ],
    }),
  },
  'DELETE /api/placement-rates/:id': { ...office, path: (to) => `/api/placement-rates/${to.rateId}` },
  'GET /api/office/holidays': { ...office, path: () => '/api/office/holidays?year=2026' },
  'PUT /api/office/holidays': {
    anonymous: 401,
    own: { ...everybody(403), staff: 409, admin: 409 },
    path: () => '/api/office/holidays',
    body: () => ({ organisationId: null, year: 2026, version: 9, days: [] }),
  },
  'GET /api/office/hour-types': office,
  'POST /api/hour-types': { ...officeMakes, body: () => ({ ...hourType, code: `X${++number}` }) },
  'PUT /api/hour-types/:id': {
    anonymous: 401,
    own: { ...everybody(403), staff: 409, admin: 409 },
    path: () => `/api/hour-types/${normal}`,
    body: () => ({ ...hourType, version: 99 }),
  },
  'GET /api/office/periods': { ...office, path: () => '/api/office/periods?year=2026' },
  'POST /api/periods/:id/close': { ...office, path: (to) => `/api/periods/${to.periodId}/close` },
  'POST /api/periods/:id/reopen': {
    anonymous: 401,
    own: { ...everybody(403), staff: 409, admin: 409 },
    path: (to) => `/api/periods/${to.periodId}/reopen`,
  },
  'GET /api/payroll-runs': office,
  'POST /api/payroll-runs': office,
  'GET /api/payroll-runs/:id': ofRun(),
  'PUT /api/payroll-runs/:id': {
    ...ofRun(),
    body: async () => ({ version: (await openRun()).version, runDate: '2026-11-24', periodTypes: ['week'] }),
  },
  'GET /api/payroll-runs/:id/employees': ofRun('/employees'),
  'GET /api/payroll-runs/:id/worksheets': ofRun('/worksheets'),
  'POST /api/payroll-runs/hold': {
    ...office,
    isOfHours: true,
    body: (to) => ({ ids: [to.approved.id], reason: 'Klopt niet' }),
  },
  'POST /api/payroll-runs/let-go': { ...office, isOfHours: true, body: (to) => ({ ids: [to.approved.id] }) },
  'POST /api/payroll-runs/:id/discard': {
    ...ofRun('/discard'),
    own: { ...everybody(403), staff: 204, admin: 204 },
    body: async () => ({ version: (await openRun()).version }),
  },
  'POST /api/payroll-runs/:id/close': {
    ...ofRun('/close'),
    own: { ...everybody(403), staff: 409, admin: 409 },
    body: async () => ({ version: (await openRun()).version }),
  },
  'POST /api/payroll-runs/:id/export-preview': {
    ...ofRun('/export-preview'),
    body: () => ({ content: exportPresets.csv.content }),
  },
  'GET /api/worksheets/:id/timecard': {
    ...office,
    path: (to) => `/api/worksheets/${to.approved.id}/timecard`,
  },
  'GET /api/payroll-runs/:id/timecards': {
    ...ofRun('/timecards'),
    own: { ...everybody(403), staff: 409, admin: 409 },
  },
  'GET /api/payroll-runs/:id/files': ofRun('/files'),
  'POST /api/payroll-runs/:id/files': {
    ...ofRun('/files'),
    own: { ...everybody(403), staff: 409, admin: 409 },
    body: (to) => ({ definitionId: to.placementId, version: 1 }),
  },
  'GET /api/payroll-files/:id': {
    ...office,
    own: { ...everybody(403), staff: 404, admin: 404 },
    path: (to) => `/api/payroll-files/${to.placementId}`,
  },
  'GET /api/export-definitions': office,
  'POST /api/export-definitions': { ...officeMakes, body: () => exportDefinition() },
  'PUT /api/export-definitions/:id': {
    ...office,
    path: async () => `/api/export-definitions/${await keptDefinition()}`,
    body: () => ({ ...exportDefinition(), version: 1 }),
  },
  'POST /api/export-definitions/:id/remove': {
    anonymous: 401,
    own: { ...everybody(403), staff: 204, admin: 204 },
    path: async () => `/api/export-definitions/${await keptDefinition()}/remove`,
    body: () => ({ version: 1 }),
  },
  'GET /api/invoices': { anonymous: 401, own: { ...everybody(403), supervisor: 200, staff: 200, admin: 200 } },
  'GET /api/invoices/ready': { ...office, path: () => '/api/invoices/ready?until=2026-11-22' },
  'POST /api/invoices/prepare': { ...office, body: () => ({ until: '2020-01-05' }) },
  'POST /api/invoices/finalise': { ...office, body: () => ({ items: [{ id: newId(), version: 1 }] }) },
  'GET /api/reconciliation': { ...office, path: () => '/api/reconciliation' },
  'GET /api/reconciliation/check': { ...office, path: () => '/api/reconciliation/check' },
  'POST /api/reconciliation/check': { ...office, path: () => '/api/reconciliation/check' },
  'GET /api/invoices/files': { ...ofNoInvoice(), path: () => `/api/invoices/files?ids=${newId()}` },
  'GET /api/invoices/:id': ofNoInvoice(),
  'GET /api/invoices/:id/worksheets': ofNoInvoice('/worksheets'),
  'GET /api/invoices/:id/pdf': ofNoInvoice('/pdf'),
  'GET /api/invoices/:id/ubl': ofNoInvoice('/ubl'),
  'PUT /api/invoices/:id': { ...ofNoInvoice(), own: officeMisses, body: () => ({ version: 1 }) },
  'POST /api/invoices/:id/discard': { ...ofNoInvoice('/discard'), own: officeMisses, body: () => ({ version: 1 }) },
  'POST /api/invoices/:id/credit': {
    ...ofNoInvoice('/credit'),
    own: officeMisses,
    body: () => ({ reason: 'Te veel' }),
  },
  'POST /api/invoices/send': { ...office, body: () => ({ ids: [newId()] }) },
  'GET /api/invoices/:id/sendings': { ...ofNoInvoice('/sendings'), own: officeMisses },
  'GET /api/settings/bookkeeping': office,
  'PUT /api/settings/bookkeeping': {
    ...{ anonymous: 401, own: { ...everybody(403), staff: 409, admin: 409 } },
    body: () => ({
      version: 99,
      journal: null,
      accounts: [],
      vatCodes: { standard: null, reversed: null, none: null },
    }),
  },
  'GET /api/jobs': list,
  'GET /api/jobs/export': list,
  'GET /api/jobs/totals': { anonymous: 401, own: { ...everybody(200), employee: 403 } },
  'GET /api/jobs/:id': {
    anonymous: 401,
    own: everybody(200),
    foreign: { ...everybody(404), staff: 200, admin: 200 },
    path: (to) => `/api/jobs/${to.placementId}`,
  },
  'GET /api/jobs/:id/periods': {
    anonymous: 401,
    own: everybody(200),
    foreign: { ...everybody(404), staff: 200, admin: 200 },
    path: (to) => `/api/jobs/${to.placementId}/periods`,
  },
  'GET /api/working-times': { ...list, path: () => '/api/working-times?from=2026-11-01&until=2026-11-30' },
  'GET /api/working-times/file': { ...list, path: () => '/api/working-times/file?from=2026-11-01&until=2026-11-30' },
  'GET /api/ledger-definitions': office,
  'POST /api/ledger-definitions': {
    anonymous: 401,
    own: { ...everybody(403), staff: 201, admin: 201 },
    body: () => ({ name: unique('Boekhouding'), content: ledgerPresets.csv }),
  },
  'POST /api/ledger-definitions/preview': {
    ...office,
    body: () => ({ content: ledgerPresets.csv }),
  },
  'PUT /api/ledger-definitions/:id': {
    anonymous: 401,
    own: officeMisses,
    path: () => `/api/ledger-definitions/${newId()}`,
    body: () => ({ version: 1, name: unique('Boekhouding'), content: ledgerPresets.csv }),
  },
  'GET /api/ledger-exports': office,
  'GET /api/ledger-exports/preview': {
    ...office,
    path: () => '/api/ledger-exports/preview?by=csv&until=2020-01-01',
  },
  'POST /api/ledger-exports': {
    anonymous: 401,
    own: { ...everybody(403), staff: 409, admin: 409 },
    body: () => ({ by: 'csv', until: '2020-01-01' }),
  },
  'GET /api/ledger-exports/:id/file': {
    anonymous: 401,
    own: officeMisses,
    path: () => `/api/ledger-exports/${newId()}/file`,
  },
  'GET /api/budgets': { anonymous: 401, own: { ...everybody(403), supervisor: 200, staff: 200, admin: 200 } },
  'GET /api/budgets/:id': {
    anonymous: 401,
    own: { ...everybody(403), supervisor: 404, staff: 404, admin: 404 },
    path: () => `/api/budgets/${newId()}`,
  },
  'GET /api/settings/invoicing': office,
  'PUT /api/settings/invoicing': {
    anonymous: 401,
    own: { ...everybody(403), admin: 409 },
    body: () => ({
      version: 99,
      numbers: { invoice: '', credit: '', digits: 6 },
      reminders: { isOn: false, steps: [{ days: 1 }, { days: 2 }, { days: 3 }] },
      budgets: { warnFromBp: 8000, warnDays: 14 },
    }),
  },
  'POST /api/invoices/read': {
    anonymous: 401,
    own: { ...everybody(403), supervisor: 204 },
    body: () => ({ ids: [newId()] }),
  },
  'GET /api/invoices/:id/payments': ofNoInvoice('/payments'),
  'POST /api/invoices/:id/payments': {
    ...ofNoInvoice('/payments'),
    own: officeMisses,
    body: () => ({ amountCents: 100, paidOn: '2026-11-21' }),
  },
  'POST /api/invoice-payments/:id/undo': {
    anonymous: 401,
    own: officeMisses,
    path: () => `/api/invoice-payments/${newId()}/undo`,
  },
  'POST /api/bank-files': { anonymous: 401, own: officeMisses, body: () => ({ fileId: newId() }) },
  'GET /api/bank-entries': office,
  'POST /api/bank-entries/:id/book': {
    anonymous: 401,
    own: officeMisses,
    path: () => `/api/bank-entries/${newId()}/book`,
    body: () => ({ number: '2026-000001' }),
  },
  'POST /api/bank-entries/:id/set-aside': {
    anonymous: 401,
    own: officeMisses,
    path: () => `/api/bank-entries/${newId()}/set-aside`,
    body: () => ({ isAside: true }),
  },
  'GET /api/help-links': list,
  'GET /api/settings/help': { anonymous: 401, own: { ...everybody(403), admin: 200 } },
  'PUT /api/settings/help': {
    anonymous: 401,
    own: { ...everybody(403), admin: 409 },
    body: () => ({ version: 99, links: [] }),
  },
  'GET /api/settings/reminders': { anonymous: 401, own: { ...everybody(403), admin: 200 } },
  'PUT /api/settings/reminders': {
    anonymous: 401,
    own: { ...everybody(403), admin: 409 },
    body: () => ({ version: 99, employees: round, supervisors: round, escalation: round, office: round }),
  },
  'POST /api/reminders': { ...office, body: (to) => ({ round: 'employees', placementId: to.placementId }) },
  'GET /api/settings': { anonymous: 401, own: { ...everybody(403), admin: 200 } },
  'PUT /api/settings': {
    anonymous: 401,
    own: { ...everybody(403), admin: 409 },
    body: () => ({ ...settings, version: 99 }),
  },
  'POST /api/approval-links/look': { anonymous: 200, own: everybody(200), body: () => ({ token: 'nothing' }) },
  'POST /api/approval-links/approve': {
    ...{ anonymous: 410, own: everybody(410) },
    body: (to) => ({ token: 'nothing', items: [to.submitted] }),
  },
  'POST /api/approval-links/revoke': { anonymous: 204, own: everybody(204), body: () => ({ token: 'nothing' }) },
  'GET /api/approval-texts': { anonymous: 401, own: { ...everybody(403), supervisor: 200 } },
  'POST /api/rate-changes/preview': { ...office, body: (to) => rateChange(to) },
  'POST /api/rate-changes': {
    ...officeMakes,
    body: async (to) => ({ ...rateChange(to), reason: 'Nieuwe cao', seen: await seenOf(rateChange(to)) }),
  },
  'GET /api/rate-changes': office,
  'GET /api/rate-changes/:id': { anonymous: 401, own: officeMisses, path: () => `/api/rate-changes/${newId()}` },
  'GET /api/rate-changes/:id/differences': {
    anonymous: 401,
    own: officeMisses,
    path: () => `/api/rate-changes/${newId()}/differences`,
  },
  'GET /api/dashboard': office,
  'GET /api/dashboard/worksheets': office,
  'GET /api/status': list,
  'GET /api/status/deadline': office,
  'GET /api/worksheets': list,
  'GET /api/worksheets/status': list,
  'GET /api/worksheets/export': list,
  'GET /api/worksheets/:id/history': {
    anonymous: 401,
    own: everybody(200),
    foreign: { ...everybody(404), staff: 200, admin: 200 },
    path: (to) => `/api/worksheets/${to.submitted.id}/history`,
  },
  'GET /api/receipts/:id': {
    anonymous: 401,
    own: everybody(404),
    path: () => '/api/receipts/019ad0c4-0000-7000-8000-000000000000',
  },
  'GET /api/worksheets/:id': {
    anonymous: 401,
    own: everybody(200),
    foreign: { ...everybody(404), staff: 200, admin: 200 },
    path: (to) => `/api/worksheets/${to.submitted.id}`,
  },
  'GET /api/placements/:id/entry': {
    anonymous: 401,
    own: everybody(200),
    foreign: { ...everybody(404), staff: 200, admin: 200 },
    path: (to) => `/api/placements/${to.placementId}/entry?year=2026&number=47`,
  },
  'POST /api/worksheets': {
    anonymous: 401,
    own: { employee: 409, supervisor: 403, staff: 409, admin: 409 },
    foreign: { employee: 404, supervisor: 404, staff: 409, admin: 409 },
    body: (to) => ({ placementId: to.placementId, year: 2026, number: 47, lines: [] }),
  },
  'PUT /api/worksheets/:id': {
    anonymous: 401,
    own: { employee: 409, supervisor: 403, staff: 409, admin: 409 },
    foreign: { employee: 404, supervisor: 404, staff: 409, admin: 409 },
    path: (to) => `/api/worksheets/${to.submitted.id}`,
    body: (to) => ({ version: to.submitted.version, lines: [] }),
  },
  'POST /api/worksheets/:id/send': {
    anonymous: 401,
    own: { employee: 409, supervisor: 403, staff: 403, admin: 403 },
    foreign: { employee: 404, supervisor: 404, staff: 403, admin: 403 },
    path: (to) => `/api/worksheets/${to.submitted.id}/send`,
    body: (to) => ({ version: to.submitted.version }),
  },
  'POST /api/worksheets/:id/withdraw': {
    anonymous: 401,
    own: { employee: 409, supervisor: 403, staff: 403, admin: 403 },
    foreign: { employee: 404, supervisor: 404, staff: 403, admin: 403 },
    path: (to) => `/api/worksheets/${to.approved.id}/withdraw`,
    body: (to) => ({ version: to.approved.version }),
  },
  'POST /api/worksheets/:id/supplements': {
    anonymous: 401,
    own: { employee: 409, supervisor: 403, staff: 409, admin: 409 },
    foreign: { employee: 404, supervisor: 404, staff: 409, admin: 409 },
    path: (to) => `/api/worksheets/${to.approved.id}/supplements`,
    body: (to) => ({ version: to.approved.version, lines: [] }),
  },
  'GET /api/worksheets/:id/correction': {
    anonymous: 401,
    own: { ...everybody(403), staff: 409, admin: 409 },
    path: (to) => `/api/worksheets/${to.approved.id}/correction`,
  },
  'POST /api/worksheets/:id/corrections': {
    anonymous: 401,
    own: { ...everybody(403), staff: 409, admin: 409 },
    path: (to) => `/api/worksheets/${to.approved.id}/corrections`,
    body: (to) => ({ version: to.approved.version, reason: 'Te veel', lines: [] }),
  },
  'POST /api/worksheets/:id/comments': {
    anonymous: 401,
    own: everybody(201),
    foreign: { ...everybody(404), staff: 201, admin: 201 },
    isOfHours: true,
    path: (to) => `/api/worksheets/${to.submitted.id}/comments`,
    body: () => ({ text: 'Klopt dit?' }),
  },
  'POST /api/worksheets/approve': {
    ...clients,
    ...decision('submitted'),
    item: { own: { supervisor: 'done' }, foreign: { supervisor: 'not-yours' } },
  },
  'POST /api/worksheets/undo-approval': {
    ...clients,
    ...decision('approved'),
    item: { own: { supervisor: 'done' }, foreign: { supervisor: 'not-yours' } },
  },
  'POST /api/worksheets/decline': {
    ...clients,
    ...decision('submitted', 'Klopt niet'),
    item: { own: { supervisor: 'done' }, foreign: { supervisor: 'not-yours' } },
  },
  'POST /api/worksheets/undo-decline': {
    ...clients,
    ...decision('approved'),
    item: { own: { supervisor: 'wrong-state' }, foreign: { supervisor: 'not-yours' } },
  },
  'GET /api/failures': office,
  'GET /api/mails': office,
  'GET /api/mails/export': office,
  'POST /api/mails/test': officeMakes,
  'POST /api/mails/try-again': { ...office, body: async (to) => ({ ids: [await failedMail(to)] }) },
  'GET /api/registration': { ...registrars, path: () => '/api/registration?year=2026&period=47' },
  'POST /api/registration/save': registering,
  'POST /api/registration/send': registering,
  'POST /api/worksheets/finalise': {
    ...office,
    ...decision('approved'),
    item: { own: { staff: 'done', admin: 'done' }, foreign: {} },
  },
  'POST /api/worksheets/refuse': {
    ...office,
    ...decision('approved', 'Klopt niet'),
    item: { own: { staff: 'done', admin: 'done' }, foreign: {} },
  },
  'POST /api/worksheets/reopen': {
    ...office,
    ...decision('approved'),
    item: { own: { staff: 'wrong-state', admin: 'wrong-state' }, foreign: {} },
  },
};

const test = testApp();
let normal: string;

beforeAll(async () => {
  normal = await hourTypeId(test.db);
});

/**
 * New objects for every cell that is let through and writes, so that no cell depends on another. Who reads or is refused changes
 * nothing: those cells ask about the same ones.
 */
function targetFor(row: Row, role: Role, isOwn: boolean, method: Method, expected: Status): Promise<Target> {
  if (method !== 'GET' && expected < 400) return makeTarget(role, isOwn, row.isOfHours ?? false);
  const key = `${role} ${isOwn}`;
  const shared = untouched.get(key) ?? makeTarget(role, isOwn, true);
  untouched.set(key, shared);
  return shared;
}
const untouched = new Map<string, Promise<Target>>();

async function makeTarget(role: Role, isOwn: boolean, hasHours: boolean): Promise<Target> {
  const { app, db } = test;
  const organisationId = await createOrganisation(db);
  const employee = await createPerson(db);
  const supervisor = await createSupervisor(db, organisationId, { mayRegister: true, mayManage: true });
  const placementId = await createPlacement(db, employee, organisationId);
  const hours = hasHours ? await makeHours(placementId, employee, supervisor) : undefined;
  const outsider = async () => {
    const person = await createPerson(db, { role });
    if (role === 'supervisor')
      await giveRight(db, person, await createOrganisation(db), { mayRegister: true, mayManage: true });
    return person;
  };
  const isTheirs = isOwn && (role === 'employee' || role === 'supervisor');
  const reader = !isTheirs ? await outsider() : role === 'employee' ? employee : supervisor;
  const asker = await signInAs(app, reader);
  const [budget] = await db.query<{ id: string }>(
    sql`INSERT INTO budget_number (organisation_id, number) VALUES (${organisationId}::uuid, ${unique('BN')}) RETURNING id`,
  );
  const newcomer = await createPerson(db, { role: 'supervisor' });
  const rightId = await giveRight(db, newcomer, organisationId, { validFrom: '2026-11-21' });
  const rateId = await createRate(db, placementId, { validFrom: '2026-11-22' });
  return {
    placementId,
    organisationId,
    employeeId: employee.employeeId,
    supervisorId: supervisor.personId,
    rightId,
    budgetNumberId: budget?.id ?? '',
    rateId,
    periodId: await createPeriod(db),
    supervisor,
    colleague: newcomer,
    owner: isOwn ? reader : employee,
    asker,
    invited: await createInvited(db, { role: isOwn ? 'employee' : 'staff' }),
    get draft() {
      return given(hours).draft;
    },
    get submitted() {
      return given(hours).submitted;
    },
    get approved() {
      return given(hours).approved;
    },
  };
}

type Hours = Pick<Target, 'draft' | 'submitted' | 'approved'>;
function given(hours: Hours | undefined): Hours {
  if (!hours) throw new Error('A row about worksheets says so: isOfHours');
  return hours;
}

async function makeHours(placementId: string, employee: Person, supervisor: Person): Promise<Hours> {
  const { app } = test;
  const [asEmployee, asSupervisor] = [await signInAs(app, employee), await signInAs(app, supervisor)];
  const make = async (number: number, date: string) => {
    const lines = [{ hourTypeId: normal, date, minutes: 480 }];
    const { body: draft } = await ask(app, asEmployee, 'POST', '/api/worksheets', {
      placementId,
      year: 2026,
      number,
      lines,
    });
    return { id: draft.id, version: draft.version };
  };
  const send = async (draft: { id: string; version: number }) =>
    (await ask(app, asEmployee, 'POST', `/api/worksheets/${draft.id}/send`, { version: draft.version })).body;
  const submitted = await send(await make(47, '2026-11-16'));
  const waiting = await send(await make(46, '2026-11-09'));
  const draft = await make(45, '2026-11-02');
  const { body } = await ask(app, asSupervisor, 'POST', '/api/worksheets/approve', {
    items: [{ id: waiting.id, version: waiting.version }],
  });
  return { draft, submitted: { id: submitted.id, version: submitted.version }, approved: body.done[0] };
}

const registeredPlacement = (to: Target) =>
  createPlacement(test.db, { ...to.supervisor, employeeId: to.employeeId }, to.organisationId, {
    hoursBy: 'supervisor',
  });

/** Another one where the supervisor manages people. */
async function secondOrganisation(to: Target): Promise<string> {
  const organisationId = await createOrganisation(test.db);
  await giveRight(test.db, to.supervisor, organisationId, { mayRegister: true, mayManage: true });
  return organisationId;
}

async function invitedColleague(to: Target): Promise<Person> {
  const invited = await createInvited(test.db, { role: 'supervisor' });
  await giveRight(test.db, invited, to.organisationId);
  return invited;
}

/** Rights that somebody offers to the address of this person. */
async function offerTo({ email }: Person): Promise<string> {
  return offerRight(test.db, email, await createOrganisation(test.db));
}

/** Somebody approves in the place of the supervisor. */
async function substitution(to: Target): Promise<string> {
  const substitute = await createPerson(test.db, { role: 'supervisor' });
  const days = { validFrom: '2026-11-21', validUntil: '2026-11-30' };
  return giveRight(test.db, substitute, to.organisationId, { ...days, onBehalfOf: to.supervisor });
}

/** A file without rows that was checked, and what was found. */
async function checkedImport(to: Target, status: 'checked' | 'refused' = 'checked'): Promise<string> {
  const counts = { creates: 0, changes: 0, same: 0, errorCount: 0, noteCount: 0 };
  const lists = { columns: [], errors: [], notes: [], sample: [] };
  const rest = { looksLike: null, hasWrongRows: status === 'refused', fingerprint: 'x' };
  const result = JSON.stringify({ ...counts, ...lists, ...rest });
  const [run] = await test.db.query<{ id: string }>(sql`
    INSERT INTO import_run (kind, file_name, file_id, created_by_id, status, result)
    VALUES ('employees', 'x.csv', ${await handedIn(to.supervisor)}::uuid, ${to.supervisor.personId}::uuid, ${status}, ${result}::jsonb) RETURNING id`);
  return run?.id ?? '';
}

async function handedIn({ personId }: Person): Promise<string> {
  const file = { name: 'x.csv', mediaType: 'text/csv', content: Buffer.from('x') };
  return (await keepFile(test.db, personId, 'import', file)).id;
}

async function failedMail(to: Target): Promise<string> {
  const { accountId, email } = to.supervisor;
  const [mail] = await test.db.query<{ id: string }>(sql`
    INSERT INTO mail (kind, to_address, language, subject, body_text, body_html, account_id, failed_at, failure)
    VALUES ('password-changed', ${email}, 'nl', 'x', 'x', 'x', ${accountId}::uuid, now(), 'refused') RETURNING id`);
  return mail?.id ?? '';
}

/** Where this person is logged in besides. */
async function anotherSession(person: Person): Promise<string> {
  await signInAs(test.app, person);
  const [session] = await test.db.query<{ id: string }>(sql`
    SELECT id FROM session WHERE account_id = ${person.accountId}::uuid ORDER BY created_at DESC, id DESC LIMIT 1`);
  return session?.id ?? '';
}

/** With whom `own` is about, where they are somebody outside the office. */
const outsiderOf = (to: Target): Person =>
  to.owner.role === 'staff' || to.owner.role === 'admin' ? to.supervisor : to.owner;
const threadOf = (to: Target): Promise<string> => createThread(test.db, outsiderOf(to));

const documentOf = (to: Target): Promise<string> => createDocument(test.db, { personId: outsiderOf(to).personId });

async function delivery(): Promise<string> {
  const id = newId();
  await test.db.query(
    sql`INSERT INTO document_delivery (id, by_id, name, category) VALUES (${id}::uuid, ${id}::uuid, 'x', 'payslip')`,
  );
  return id;
}

/** A file that who asks may put there. */
async function handedInDocument(to: Target): Promise<string> {
  const { body } = await sendFile(test.app, to.asker, '/api/files?purpose=document', {
    name: 'x.pdf',
    content: '%PDF-1.7\n%âãÏÓ\n1 0 obj',
  });
  return body?.id ?? newId();
}

async function attachmentOf(to: Target): Promise<string> {
  const file = { name: 'x.csv', mediaType: 'text/csv', content: Buffer.from('x') };
  const { id } = await keepFile(test.db, outsiderOf(to).personId, 'message', file);
  const threadId = await threadOf(to);
  await test.db.query(
    sql`INSERT INTO thread_attachment (message_id, number, file_id) VALUES (${threadId}::uuid, 1, ${id}::uuid)`,
  );
  return id;
}

async function keptDefinition(): Promise<string> {
  const { name, isUsed, content } = exportDefinition();
  const [kept] = await test.db.query<{ id: string }>(
    sql`INSERT INTO export_definition (name, is_used, content) VALUES (${name}, ${isUsed}::boolean, ${JSON.stringify(content)}::jsonb) RETURNING id`,
  );
  return kept?.id ?? '';
}

async function keptTemplate(): Promise<string> {
  const { name, bodyNl, bodyEn } = template();
  const [kept] = await test.db.query<{ id: string }>(
    sql`INSERT INTO answer_template (name, body_nl, body_en) VALUES (${name}, ${bodyNl}, ${bodyEn}) RETURNING id`,
  );
  return kept?.id ?? '';
}

describe('every registered route', () => {
  it('has a row in the table', () => {
    const isOurs = (route: string) =>
      route.includes(' /api/') && !route.includes('/api/docs') && !route.startsWith('HEAD ');
    const registered = [...test.app.accessOf.keys()].filter(isOurs);
    expect(registered.filter((route) => !(route in table))).toEqual([]);
    expect(registered).toHaveLength(Object.keys(table).length);
  });

  it('tells own objects from others’, where somebody outside the office may ask about one', () => {
    const alike = Object.entries(table).flatMap(([route, { own, foreign, item }]) =>
      outsideTheOffice.flatMap((role) => {
        const isTold = foreign?.[role] !== own[role] || item?.foreign[role] !== item?.own[role];
        return route.includes('/:id') && own[role] < 400 && !(foreign && isTold) ? `${role}: ${route}` : [];
      }),
    );
    expect(alike).toEqual([]);
  });
});

describe.each(Object.entries(table))('%s', (route, row) => {
  const [method, path] = route.split(' ') as [Method, string];
  const call = async (client: Client | undefined, to: Target) =>
    ask(test.app, client, method, (await row.path?.(to)) ?? path, await row.body?.(to));
  const answered = (body: { done: unknown[]; refused: { code: string }[] }) =>
    body.done.length > 0 ? 'done' : body.refused[0]?.code;

  it(`answers ${row.anonymous} to nobody in particular`, async () => {
    const to = await targetFor(row, 'employee', true, method, row.anonymous);
    expect((await call(undefined, to)).status).toBe(row.anonymous);
  });

  it.each(roles)('answers %s about their own', async (role) => {
    const to = await targetFor(row, role, true, method, row.own[role]);
    const { status, body } = await call(to.asker, to);
    expect(status, JSON.stringify(body)).toBe(row.own[role]);
    if (row.item?.own[role]) expect(answered(body)).toBe(row.item.own[role]);
  });

  const { foreign } = row;
  if (foreign) {
    it.each(roles)('answers %s about somebody else’s', async (role) => {
      const to = await targetFor(row, role, false, method, foreign[role]);
      const { status, body } = await call(to.asker, to);
      expect(status, JSON.stringify(body)).toBe(foreign[role]);
      if (row.item?.foreign[role]) expect(answered(body)).toBe(row.item.foreign[role]);
    });
  }
});

describe('lists and counts', () => {
  it.each(outsideTheOffice)(
    'hold nothing of another organisation for the role of %s, and what they tell is that of their own',
    async (role) => {
      const [target, stranger] = [await makeTarget(role, true, true), await makeTarget(role, false, true)];
      const { placementId, organisationId, employeeId, supervisorId, rightId, submitted, approved, draft } = target;
      const ids = [placementId, organisationId, employeeId, supervisorId, rightId, submitted.id, approved.id, draft.id];
      const lists = Object.entries(table).filter(
        ([route, { own }]) =>
          route.startsWith('GET ') && !route.includes(':') && route !== 'GET /api/live' && own[role] === 200,
      );
      const holders: string[] = [];
      for (const [route, { path }] of lists) {
        const url = (await path?.(target)) ?? route.slice('GET '.length);
        const [own, strangers] = [
          await askFile(test.app, target.asker, url),
          await askFile(test.app, stranger.asker, url),
        ];
        if (ids.some((id) => own.body.includes(id))) holders.push(route);
        expect(
          ids.filter((id) => strangers.body.includes(id)),
          route,
        ).toEqual([]);
      }
      expect(holders).toEqual(
        expect.arrayContaining(['GET /api/worksheets', 'GET /api/placements', 'GET /api/organisations']),
      );
    },
  );
});
