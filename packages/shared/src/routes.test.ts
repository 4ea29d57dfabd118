import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routes } from './routes.ts';

const [one, other] = ['019abcde-0000-7000-8000-000000000001', '019abcde-0000-7000-8000-000000000002'];
const decision = { items: [{ id: one, version: 1 }], reason: 'Te veel' };
const registered = {
  ...{ periodType: 'week', year: 2026, period: 47 },
  rows: [{ placementId: one, worksheetId: other, version: 1, lines: [] }],
};
const organisation = {
  ...{ version: 1, number: '1', name: 'Bakkerij', street: null, postcode: null, city: 'Gouda', country: 'NL' },
  hourTypeIds: [one],
};

/**
 * Every list of a body that names objects: a body that is good, and the fields by which a row names one. A list that may name one
 * twice says why.
 */
const lists: Record<string, { body: object; fields: string[] } | { mayRepeat: string }> = {
  ...Object.fromEntries(
    ['approve', 'decline', 'undo-approval', 'undo-decline', 'finalise', 'refuse', 'reopen'].map((step) => [
      `POST /api/worksheets/${step} items`,
      { body: decision, fields: ['id'] },
    ]),
  ),
  ...Object.fromEntries(
    ['save', 'send'].map((act) => [
      `POST /api/registration/${act} rows`,
      { body: registered, fields: ['placementId', 'worksheetId'] },
    ]),
  ),
  'POST /api/approval-links/approve items': { body: { token: 'x', ...decision }, fields: ['id'] },
  'POST /api/approval-links/approve approvalTextIds': {
    body: { token: 'x', ...decision, approvalTextIds: [one] },
    fields: [''],
  },
  'POST /api/worksheets/approve approvalTextIds': {
    body: { ...decision, approvalTextIds: [one] },
    fields: [''],
  },
  'POST /api/worksheets lines': { mayRepeat: 'many lines have one hour type' },
  'PUT /api/worksheets/:id lines': { mayRepeat: 'many lines have one hour type' },
  'POST /api/worksheets/:id/corrections lines': { mayRepeat: 'many lines have one hour type' },
  'POST /api/worksheets/:id/supplements lines': { mayRepeat: 'many lines have one hour type' },
  'POST /api/supervisors rights': { mayRepeat: 'of one organisation, one after the other: the dates are judged' },
  'POST /api/organisations hourTypeIds': { body: organisation, fields: [''] },
  'PUT /api/organisations/:id hourTypeIds': { body: organisation, fields: [''] },
  'POST /api/substitutes organisationIds': {
    body: { personId: other, organisationIds: [one], validFrom: '2026-11-30', validUntil: '2026-12-04' },
    fields: [''],
  },
  'POST /api/messages fileIds': { body: { id: one, title: 'x', body: 'x', fileIds: [one] }, fields: [''] },
  'POST /api/messages/:id/replies fileIds': { body: { id: one, body: 'x', fileIds: [one] }, fields: [''] },
  'POST /api/messages/to-many fileIds': {
    body: { id: one, title: 'x', body: 'x', fileIds: [one], receivers: {}, total: 1 },
    fields: [''],
  },
  'PUT /api/message-draft fileIds': { body: { threadId: null, title: 'x', body: 'x', fileIds: [one] }, fields: [''] },
  'POST /api/document-deliveries fileIds': {
    body: { id: one, name: 'x', category: 'payslip', fileIds: [one] },
    fields: [''],
  },
  'POST /api/notices/read ids': { body: { ids: [one] }, fields: [''] },
  'POST /api/invoices/prepare organisationIds': { body: { until: '2026-11-22', organisationIds: [one] }, fields: [''] },
  'POST /api/invoices/finalise items': { body: { items: [{ id: one, version: 1 }] }, fields: ['id'] },
  'POST /api/invoices/:id/credit lines': {
    body: { reason: 'Te veel', lines: [{ lineId: one, size: 1 }] },
    fields: ['lineId'],
  },
  'POST /api/payroll-runs/hold ids': { body: { ids: [one], reason: 'Klopt niet' }, fields: [''] },
  'POST /api/payroll-runs/let-go ids': { body: { ids: [one] }, fields: [''] },
  'POST /api/mails/try-again ids': { body: { ids: [one] }, fields: [''] },
  'POST /api/invoices/send ids': { body: { ids: [one] }, fields: [''] },
  'PUT /api/settings/bookkeeping accounts': {
    body: {
      version: 1,
      accounts: [{ hourTypeId: one, standard: '8000', reversed: null }],
      vatCodes: { standard: null, reversed: null, none: null },
    },
    fields: ['hourTypeId'],
  },
  'POST /api/invoices/read ids': { body: { ids: [one] }, fields: [''] },
  'POST /api/placements/:id/rates rates': {
    body: { version: 1, validFrom: '2026-11-30', rates: [{ hourTypeId: one, payCents: 1680, billCents: 3024 }] },
    fields: ['hourTypeId'],
  },
  'PUT /api/organisations/:id/rates placements': {
    body: {
      validFrom: '2026-11-30',
      placements: [{ placementId: one, version: 1, rates: [{ hourTypeId: one, payCents: 1680, billCents: 3024 }] }],
    },
    fields: ['placementId'],
  },
};

const isId = (schema: z.core.JSONSchema._JSONSchema | undefined) =>
  typeof schema === 'object' && schema.format === 'uuid';

/** The lists of a body whose rows are ids, or hold one. */
function listsOf(body: z.ZodType): string[] {
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const items = typeof property === 'object' ? property.items : undefined;
    if (typeof items !== 'object' || Array.isArray(items)) return [];
    const inRow = Object.values(items.properties ?? {}).flatMap((field) =>
      typeof field === 'object' ? [field, ...(field.anyOf ?? [])] : [],
    );
    return [items, ...inRow].some(isId) ? [name] : [];
  });
}

describe('a body', () => {
  const found = Object.entries(routes).flatMap(([key, route]) => {
    const body = 'body' in route ? (route.body as z.ZodType) : undefined;
    return body ? listsOf(body).map((name) => ({ list: `${key} ${name}`, body, name })) : [];
  });

  it('has no list of objects that this table does not know', () => {
    expect(found.map(({ list }) => list).filter((list) => !lists[list])).toEqual([]);
    expect(found.length).toBeGreaterThan(10);
  });

  for (const { list, body, name } of found) {
    const known = lists[list];
    if (!known || 'mayRepeat' in known) continue;
    it(`names no object twice: ${list}`, () => {
      const good = known.body as Record<string, unknown[]>;
      expect(body.safeParse(good).error?.issues ?? []).toEqual([]);
      const rows = good[name] ?? [];
      const twice = body.safeParse({ ...good, [name]: [...rows, ...rows] });
      expect(twice.error?.issues.map(({ path, ...issue }) => [path, 'params' in issue && issue.params])).toEqual(
        known.fields.map((field) => [[name, 1, ...(field ? [field] : [])], { code: 'duplicate' }]),
      );
    });
  }
});

/** Texts that are not read by the rules of typed text, and why. */
const asTheyCome: Record<string, string> = {
  cursor: 'a place in a list, made by the API: what is none is refused there',
  token: 'a secret of the API: only its hash is compared',
  password: 'a secret: each character counts, and nobody is shown it',
  currentPassword: 'the same',
  'PUT /api/message-draft body/title': 'kept as it is typed; sending reads it by the rules',
  'PUT /api/message-draft body/body': 'kept as it is typed; sending reads it by the rules',
  'GET /api/invoices/files query/ids': 'ids with commas between',
  'GET /api/payroll-runs/:id/worksheets query/held': 'yes or no',
  'receipt/name': 'never kept: what a file is called is the API’s',
  'receipt/sha256': 'never kept: what a file holds is the API’s',
};

/** Every text that a route asks for, with the way to it. */
function textsOf(schema: unknown, path: string): { path: string; text: z.ZodString }[] {
  const { def } = (schema as { _zod: { def: Record<string, unknown> & { type: string } } })._zod;
  const inner = [def.innerType, def.element, def.in, def.left, def.right, def.keyType, def.valueType].filter(Boolean);
  const options = [...((def.options ?? []) as unknown[]), ...((def.items ?? []) as unknown[])];
  const fields = Object.entries((def.shape ?? {}) as object);
  return [
    ...(def.type === 'string' ? [{ path, text: schema as z.ZodString }] : []),
    ...[...inner, ...options].flatMap((one) => textsOf(one, path)),
    ...fields.flatMap(([name, field]) => textsOf(field, `${path}/${name}`)),
  ];
}

describe('a text that somebody types', () => {
  const texts = Object.entries(routes).flatMap(([key, route]) =>
    (['params', 'query', 'body'] as const).flatMap((part) =>
      part in route ? textsOf(route[part as keyof typeof route], `${key} ${part}`) : [],
    ),
  );
  const isAsItComes = (path: string) =>
    Object.keys(asTheyCome).some((known) => path === known || path.endsWith(`/${known}`));

  it.each([
    ['direction of writing', 'ab\u202ecd'],
    ['isolate', 'ab\u2066cd'],
    ['space without width', 'ab\u200bcd'],
    ['mark of byte order', 'ab\ufeffcd'],
    ['tag', 'ab\u{e0041}cd'],
    ['control', 'ab\u0007cd'],
    ['nothing at all', 'ab\u0000cd'],
  ])('is kept without a %s, or refused', (_, typed) => {
    const kept = texts.filter(({ text }) => {
      const read = text.safeParse(typed);
      return read.success && read.data.toLowerCase() !== 'abcd';
    });
    expect(kept.map(({ path }) => path).filter((path) => !isAsItComes(path))).toEqual([]);
  });

  it('is found wherever it stands', () => {
    expect(texts.length).toBeGreaterThan(300);
    for (const known of Object.keys(asTheyCome))
      expect(texts.filter(({ path }) => path === known || path.endsWith(`/${known}`))).not.toEqual([]);
    for (const part of ['decline body/reason', 'hold body/reason', 'refuse body/reason', 'corrections body/reason'])
      expect(
        texts.map(({ path }) => path).find((path) => path.endsWith(part)),
        part,
      ).toBeDefined();
  });
});
