import { createHash } from 'node:crypto';
import { exportPresets } from '@konnekt/shared/payroll/export.presets';
import type { ExportContent } from '@konnekt/shared/payroll/export.schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, testApp } from '#api/test/build-app';
import { createPerson, createPlacement } from '#api/test/factories';
import { exampleWages, type PayrollOffice, payrollOffice } from '#api/test/payroll-office';

const test = testApp();
let office: PayrollOffice;
beforeAll(async () => {
  office = await payrollOffice(test);
});

/** The worked example, final and with its wages. */
async function exampleFinal() {
  const person = await createPerson(test.db);
  const placementId = await createPlacement(test.db, person, office.organisationId);
  await exampleWages(test.db, placementId);
  const lines = [...office.exampleWeek(), office.kilometres(19_000)];
  return { person, placementId, ...(await office.finalisedAt(person, placementId, lines)) };
}

const codes = (): ExportContent['codes'] =>
  [
    ['N100', 'U2100'],
    ['O125', 'U2110'],
    ['O150', 'U2120'],
    ['KM', 'L5100'],
  ].map(([type = '', code = '']) => ({ hourTypeId: office.types[type] ?? '', code, figure: 'quantity' }));

let number = 0;
async function define(content: ExportContent, fields: { isUsed?: boolean; name?: string } = {}) {
  const body = { name: `Export ${++number}`, isUsed: false, content, ...fields };
  const answer = await office.post(office.staff, '/api/export-definitions', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as { id: string; version: number; name: string };
}
const makeFile = (runId: string, { id, version }: { id: string; version: number }) =>
  office.post(office.staff, `/api/payroll-runs/${runId}/files`, { definitionId: id, version });
async function download(id: string) {
  const answer = await test.app.inject({ url: `/api/payroll-files/${id}`, cookies: office.staff.cookies });
  return { name: String(answer.headers['content-disposition']), bytes: answer.rawPayload };
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('the file of a run', () => {
  it('is the worked example to the cent, and its correction by the next run', async () => {
    const paid = await exampleFinal();
    const run = await office.propose();
    await office.close(run);
    const definition = await define({ ...exportPresets.csv.content, codes: codes() });
    const file = (await makeFile(run.id, definition)).body;
    const text = (await download(file.id)).bytes.toString();
    const rows = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const column = (name: string) => rows[0]?.indexOf(name) ?? -1;
    const cells = (of: string[][]) =>
      of.map((row) => ['work_date', 'payroll_code', 'unit', 'quantity', 'amount'].map((name) => row[column(name)]));
    expect(cells(rows.slice(1))).toEqual([
      ['2026-11-16', 'U2100', 'HUR', '8.00', '134.40'],
      ['2026-11-17', 'U2100', 'HUR', '8.00', '134.40'],
      ['2026-11-18', 'U2100', 'HUR', '8.00', '134.40'],
      ['2026-11-18', 'U2110', 'HUR', '1.50', '31.50'],
      ['2026-11-19', 'U2100', 'HUR', '8.00', '134.40'],
      ['2026-11-20', 'U2100', 'HUR', '8.00', '134.40'],
      ['2026-11-20', 'L5100', 'KMT', '190.00', '43.70'],
      ['2026-11-21', 'U2120', 'HUR', '4.00', '100.80'],
    ]);
    const start = await office.get(`/api/worksheets/${paid.id}/correction`);
    const lines = start.lines.map((one: { hourTypeId: string }) =>
      one.hourTypeId === office.types.O125 ? { ...one, minutes: 60 } : one,
    );
    const body = { version: paid.version, reason: 'Overwerk was een uur', lines };
    const correction = (await office.post(office.staff, `/api/worksheets/${paid.id}/corrections`, body)).body;
    const [approved] = (await office.decide(office.supervisor, 'approve', correction)).done;
    await office.decide(office.staff, 'finalise', approved);
    const next = await office.propose();
    await office.close(next);
    const second = (await download((await makeFile(next.id, definition)).body.id)).bytes.toString();
    // It names the line that it takes from.
    const [ofPaid] = rows.filter((row) => row[column('payroll_code')] === 'U2110');
    expect(second.split('\r\n')[1]?.split(',')[column('correction_of_line_id')]).toBe(ofPaid?.[column('line_id')]);
    expect(
      cells(
        second
          .trim()
          .split('\r\n')
          .slice(1)
          .map((line) => line.split(',')),
      ),
    ).toEqual([['2026-11-18', 'U2110', 'HUR', '-0.50', '-10.50']]);
  });

  it.each(Object.entries(exportPresets))(
    'has the same bytes again, as often as it is asked for (%s)',
    async (_, { content }) => {
      await exampleFinal();
      const run = await office.propose();
      await office.close(run);
      const digits = codes().map((one, index) => ({ ...one, code: String(index + 1) }));
      const definition = await define({ ...content, codes: content.numbersOnly ? digits : codes() });
      const made = await Promise.all([1, 2, 3, 4].map(() => makeFile(run.id, definition)));
      const [file] = made.map(({ body }) => body);
      expect(new Set(made.map(({ body }) => body.id))).toEqual(new Set([file.id]));
      const { name, bytes } = await download(file.id);
      expect([bytes.length, sha256(bytes)]).toEqual([file.size, file.sha256]);
      expect(name).toContain(`.${content.format}`);
      // Saved again it is another version, whose file has the same in it.
      const changed = await ask(test.app, office.staff, 'PUT', `/api/export-definitions/${definition.id}`, {
        ...{ version: 1, name: definition.name, isUsed: false },
        content: { ...content, codes: content.numbersOnly ? digits : codes() },
      });
      const again = (await makeFile(run.id, changed.body)).body;
      expect(again).toMatchObject({ definitionVersion: 2, sha256: file.sha256 });
      expect((await office.get(`/api/payroll-runs/${run.id}/files`)).items.map(({ id }: { id: string }) => id)).toEqual(
        [again.id, file.id],
      );
      // What it was made by is kept with it.
      const [kept] = await test.db.query<{ content: ExportContent }>(sql`
      SELECT v.content FROM payroll_export x JOIN export_definition_version v ON (v.definition_id, v.version) = (x.definition_id, x.definition_version)
       WHERE x.id = ${file.id}::uuid`);
      expect(kept?.content.columns).toEqual(content.columns);
      await expect(test.db.query(sql`DELETE FROM payroll_export`)).rejects.toThrow('append-only');
    },
  );

  it('is made of a closed run, by the version that was looked at, when nothing lacks a code', async () => {
    await exampleFinal();
    const run = await office.propose();
    const definition = await define(exportPresets.csv.content);
    expect((await makeFile(run.id, definition)).body.code).toBe('payroll-run-open');
    await office.close(run);
    const refused = (await makeFile(run.id, definition)).body;
    expect([refused.code, refused.errors.map(({ values }: { values: object }) => values)]).toEqual([
      'payroll-codes-missing',
      ['KM', 'N100', 'O125', 'O150'].map((hourType) => ({ hourType, export: definition.name })),
    ]);
    expect((await makeFile(run.id, { ...definition, version: 2 })).body.code).toBe('record-changed');
    expect((await makeFile(run.id, { id: run.id, version: 1 })).status).toBe(404);
    expect((await download(run.id)).bytes.toString()).toContain('not-found');
  });

  it('is shown before there is one, of an open run as well', async () => {
    await exampleFinal();
    const run = await office.propose();
    const content = { ...exportPresets.easyflex.content, codes: codes().slice(0, 3) };
    const { body } = await office.post(office.staff, `/api/payroll-runs/${run.id}/export-preview`, { content });
    expect(body.header).toEqual([['flexwerker', 'relatie', 'datum', 'looncomponent', 'uren']]);
    expect(body.rows[0].slice(2)).toEqual(['16-11-2026', 'U2100', '8,00']);
    expect([body.total, body.missing.map(({ hourTypeCode }: { hourTypeCode: string }) => hourTypeCode)]).toEqual([
      7,
      ['KM'],
    ]);
    expect(body.totals.map(({ code, minutes }: { code: string; minutes: number }) => [code, minutes])).toEqual([
      ['U2100', 2400],
      ['U2110', 90],
      ['U2120', 240],
    ]);
    await office.close(run);
  });
});

describe('an export that the agency uses', () => {
  it('keeps a run from closing while hour types of it lack a code, and says which', async () => {
    await exampleFinal();
    const used = await define({ ...exportPresets.csv.content, codes: codes().slice(0, 2) }, { isUsed: true });
    const run = await office.propose();
    expect(run.missingCodes.map(({ code, definitionName }: Record<string, string>) => [code, definitionName])).toEqual([
      ['O150', used.name],
      ['KM', used.name],
    ]);
    const refused = (await office.close(run)).body;
    expect([refused.code, refused.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      'payroll-codes-missing',
      ['/codes/O150', '/codes/KM'],
    ]);
    expect(await office.get(`/api/payroll-runs/${run.id}`)).toMatchObject({ status: 'open', worksheets: 1 });
    const body = {
      version: 1,
      name: used.name,
      isUsed: true,
      content: { ...exportPresets.csv.content, codes: codes() },
    };
    const mended = await ask(test.app, office.staff, 'PUT', `/api/export-definitions/${used.id}`, body);
    expect(mended.body.version).toBe(2);
    expect((await office.close(run)).body).toMatchObject({ status: 'closed', missingCodes: [] });
    const late = await ask(test.app, office.staff, 'PUT', `/api/export-definitions/${used.id}`, body);
    expect(late.body).toMatchObject({ code: 'record-changed', version: 2 });
    const taken = { ...body, name: used.name.toUpperCase() };
    expect((await office.post(office.staff, '/api/export-definitions', taken)).body.errors).toEqual([
      { pointer: '/name', code: 'taken' },
    ]);
    // Of no use to the tests that follow.
    await ask(test.app, office.staff, 'PUT', `/api/export-definitions/${used.id}`, {
      ...body,
      ...{ version: 2, isUsed: false },
    });
  });
});

describe('an export that is needed no more', () => {
  it('is removed: it keeps no run from closing, its files stay, and its name is free', async () => {
    await exampleFinal();
    const content = { ...exportPresets.csv.content, codes: codes() };
    const used = await define(content, { isUsed: true });
    const run = await office.propose();
    const closed = (await office.close(run)).body;
    const made = await office.post(office.staff, `/api/payroll-runs/${closed.id}/files`, {
      ...{ definitionId: used.id, version: 1 },
    });
    const remove = (version: number) =>
      office.post(office.staff, `/api/export-definitions/${used.id}/remove`, { version });
    expect((await remove(7)).body).toMatchObject({ code: 'record-changed', version: 1 });
    expect((await remove(1)).status).toBe(204);
    expect((await remove(2)).status).toBe(404);
    const { items } = await office.get('/api/export-definitions');
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(used.id);
    const files = (await office.get(`/api/payroll-runs/${closed.id}/files`)).items;
    expect(files).toEqual([expect.objectContaining({ sha256: made.body.sha256, definitionName: used.name })]);
    expect((await ask(test.app, office.staff, 'GET', `/api/payroll-files/${made.body.id}`)).status).toBe(200);
    const again = await office.post(office.staff, '/api/export-definitions', {
      name: used.name,
      isUsed: false,
      content,
    });
    expect(again.status).toBe(201);
  });
});
