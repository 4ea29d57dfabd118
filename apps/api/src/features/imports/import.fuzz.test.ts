import { keyForm } from '@konnekt/shared/basics/key-form';
import type { ImportRun } from '@konnekt/shared/imports/import.contract';
import { type ImportKind, importKinds } from '@konnekt/shared/imports/import-columns';
import { rowKeyOf } from '@konnekt/shared/imports/import-rows';
import { expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, askFile, type Client, sendFile, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor } from '#api/test/factories';
import { importing } from '#api/test/import-files';
import { mutated, randomBy } from '#api/test/import-mutations';
import { signInNew } from '#api/test/sign-in-as';
import { readFile, readSheet } from './sheet/read-sheet.ts';

const test = testApp();
let staff: Client;
const { untilDone, apply, importFile } = importing(test, () => staff);

/** Nothing for a file that is not taken in at all. */
async function handIn(kind: ImportKind, content: Buffer): Promise<ImportRun | undefined> {
  const { status, body: file } = await sendFile(test.app, staff, '/api/files?purpose=import', { name: 'x', content });
  expect([201, 400, 413], JSON.stringify(file)).toContain(status);
  if (status !== 201) return undefined;
  const { status: made, body } = await ask(test.app, staff, 'POST', '/api/imports', { kind, fileId: file.id });
  expect(made, JSON.stringify(body)).toBe(201);
  return untilDone(body.id);
}

/** How many files, and from which seed on: `IMPORT_FILES=5000 npm test -- api import.fuzz`. */
const FILES = Number(process.env.IMPORT_FILES ?? 60);
const SEED = Number(process.env.IMPORT_SEED ?? 1);

type Values = Record<string, unknown>;

/** What is stored of a kind, by what its rows are found by: as an export says it. */
async function stored(kind: ImportKind): Promise<Map<string, Values>> {
  const { rawPayload } = await askFile(test.app, staff, `/api/exports/${kind}?format=csv`);
  return rowsOf(kind, rawPayload);
}
async function rowsOf(kind: ImportKind, content: Buffer): Promise<Map<string, Values>> {
  const { rows } = await readFile(content, { kind, fields: null, remembered: new Map(), hourTypes: new Map() });
  return new Map(rows.map(({ values }) => [rowKeyOf(kind, values) ?? '', values]));
}
/** One after the other: they are read by one worker then. */
async function all() {
  const found = new Map<ImportKind, Map<string, Values>>();
  for (const kind of importKinds) found.set(kind, await stored(kind));
  return found;
}

/** All rows of all tables, but of the files and runs themselves, of sessions and of what remembers columns. */
async function bytes(): Promise<string> {
  const tables = await test.db.query<{ name: string }>(sql`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`);
  const own = ['import_run', 'stored_file', 'file_content', 'session', 'import_shape', 'file_to_clear'];
  const parts = tables.filter(({ name }) => !own.includes(name));
  const { rows } = await test.db.pool.query(
    parts
      .map(
        ({ name }) =>
          `SELECT '${name}' AS name, md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS hash FROM "${name}" x`,
      )
      .join(' UNION ALL '),
  );
  return rows
    .map(({ name, hash }) => `${name} ${hash}`)
    .toSorted()
    .join('\n');
}

/** What would be stored when just what was shown comes about. */
async function expected(before: Map<ImportKind, Map<string, Values>>, run: ImportRun, content: Buffer) {
  const { rows } = await readFile(content, {
    kind: run.kind,
    fields: null,
    remembered: new Map(),
    hourTypes: new Map(),
  });
  const keyOf = new Map(rows.map(({ row, values }) => [row, rowKeyOf(run.kind, values) ?? '']));
  const after = new Map(before.get(run.kind));
  for (const { row, fields } of run.result?.sample ?? []) {
    const key = keyOf.get(row) ?? '';
    const now: Values = { ...(after.get(key) ?? knownBefore(run, before, String(keyOf.get(row)))) };
    for (const [field, [was, becomes]] of Object.entries(fields)) {
      expect(now[field] ?? null, `${row} ${field}`).toEqual(was);
      now[field] = becomes;
    }
    after.set(key, now);
  }
  if (run.kind === 'supervisors') sayAtEachRight(after, run);
  return after;
}

const ofPerson = ['firstName', 'prefix', 'lastName', 'language', 'userName', 'phone'];

/** Of a new right: who has it, as far as they had others before. */
function knownBefore(run: ImportRun, before: Map<ImportKind, Map<string, Values>>, key: string): Values {
  if (run.kind !== 'supervisors') return {};
  const [email] = JSON.parse(key) as string[];
  const other = [...(before.get('supervisors') ?? [])].find(([one]) => (JSON.parse(one) as string[])[0] === email);
  return Object.fromEntries(Object.entries(other?.[1] ?? {}).filter(([field]) => ofPerson.includes(field)));
}

/** What a row says of a person holds for the person: also where they have other rights. */
function sayAtEachRight(rights: Map<string, Values>, run: ImportRun): void {
  const personOf = (email: unknown) => keyForm(String(email));
  const said = (run.result?.sample ?? []).map(({ name, fields }) => ({ person: personOf(name), fields }));
  for (const right of rights.values())
    for (const { person, fields } of said)
      if (person === personOf(right.email))
        for (const field of ofPerson) if (fields[field]) right[field] = fields[field][1];
}
const said = (values: Map<string, Values>, of: (field: string) => boolean = () => true) =>
  Object.fromEntries(
    [...values].map(([key, one]) => [
      key,
      Object.fromEntries(Object.entries(one).filter(([field, value]) => value !== null && of(field))),
    ]),
  );

it('whatever is done to a file: what was shown is what is stored, or nothing is, to the byte', async () => {
  const random = randomBy(SEED);
  const files = await baseFiles();
  const ends: Record<string, number> = {};
  let before = await all();
  for (let n = 0; n < FILES; n++) {
    if (n % 100 === 0) staff = await signInNew(test, 'staff');
    const { kind, sheet } = random.one(files);
    const as = random.isNow(0.02) ? random.one(importKinds) : kind;
    const content = await mutated(sheet, random);
    if (content.length === 0) continue;
    const untouched = await bytes();
    const run = await handIn(as, content);
    const told = `file ${n} of seed ${SEED}`;
    expect(['checked', 'refused', undefined], told).toContain(run?.status);
    expect(await bytes(), told).toBe(untouched);
    let end: string = run?.status ?? 'not taken';
    if (run?.status === 'checked' && (run.result?.creates ?? 0) + (run.result?.changes ?? 0) > 0) {
      const due = await expected(before, run, content);
      const done = await apply(run.id);
      end = done.status;
      // An export is a line of the audit log: what was left is looked at first.
      if (done.status !== 'applied') expect(await bytes(), told).toBe(untouched);
      const after = await all();
      if (done.status === 'applied') {
        // What a new record starts from is shown by no row: fields that the file says nothing of are left out.
        expect(said(after.get(as) ?? new Map()), told).toMatchObject(said(due));
        expect([...(after.get(as) ?? [])].length, told).toBe(due.size);
        for (const other of importKinds)
          if (other !== as)
            expect(said(after.get(other) ?? new Map()), told).toEqual(said(before.get(other) ?? new Map()));
      }
      before = after;
    }
    ends[end] = (ends[end] ?? 0) + 1;
  }
  const failures = await test.db.query(sql`SELECT work, error FROM background_failure`);
  expect(failures).toEqual([]);
  console.log(`${FILES} files: ${JSON.stringify(ends)}`);
  expect(Object.keys(ends).toSorted()).toEqual(expect.arrayContaining(['applied', 'refused']));
}, 3_600_000);

/** An export of each kind, of records of an office. */
async function baseFiles(): Promise<{ kind: ImportKind; sheet: string[][] }[]> {
  staff = await signInNew(test, 'staff');
  for (let n = 0; n < 4; n++) {
    const organisationId = await createOrganisation(test.db);
    await createPlacement(test.db, await createPerson(test.db, {}), organisationId);
    await createSupervisor(test.db, organisationId);
  }
  const [{ number, client }] = (await test.db.query<{ number: string; client: string }>(sql`
    SELECT p.number, o.number AS client FROM placement p JOIN organisation o ON o.id = p.organisation_id ORDER BY 1 LIMIT 1`)) as [
    { number: string; client: string },
  ];
  await importFile('budget-numbers', `Organisatienummer;Budgetnummer\n${client};KPL-1\n${client};KPL-2\n`);
  await importFile(
    'rates',
    `Plaatsingsnummer;Uursoort;Vanaf;Loon;Tarief\n${number};N100;1-12-2026;16,80;30,24\n${number};O125;1-12-2026;20;40\n`,
  );
  return Promise.all(
    importKinds.map(async (kind) => {
      const { rawPayload } = await askFile(test.app, staff, `/api/exports/${kind}?format=csv`);
      const { rows } = await readSheet(rawPayload);
      return {
        kind,
        sheet: rows
          .filter((row) => row.length > 1)
          .map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text))),
      };
    }),
  );
}
