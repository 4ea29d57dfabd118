import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '#api/test/build-app';
import { createPerson, createPlacement, createRate } from '#api/test/factories';
import { type PayrollOffice, payrollOffice } from '#api/test/payroll-office';

const test = testApp();
let office: PayrollOffice;
beforeAll(async () => {
  office = await payrollOffice(test);
});

const timecard = async (path: string, form: string) => {
  const answer = await test.app.inject({ url: `${path}?form=${form}`, cookies: office.staff.cookies });
  return { status: answer.statusCode, bytes: answer.rawPayload, text: answer.body };
};
async function exampleFinal() {
  const person = await createPerson(test.db);
  const placementId = await createPlacement(test.db, person, office.organisationId);
  await createRate(test.db, placementId, { code: 'N100', payCents: 1680 });
  return office.finalisedAt(person, placementId, [...office.exampleWeek(), office.kilometres(19_000)]);
}

describe('a SETU timecard', () => {
  it('has the hours of an approved worksheet, in 2.0 and in 1.4', async () => {
    const { id } = await exampleFinal();
    const path = `/api/worksheets/${id}/timecard`;
    const card = JSON.parse((await timecard(path, '2.0-json')).text);
    expect(card.period).toEqual({ datePeriod: { start: '2026-11-16', end: '2026-11-22' } });
    const spent = card.timeInterval.map((one: Record<string, unknown>) => [
      one.dayAssignment,
      one.typeCode,
      one.timeTotal,
    ]);
    expect(spent).toContainEqual(['2026-11-18', { value: 'HT200' }, '1.50']);
    expect(spent).toHaveLength(7);
    expect(card.allowance).toEqual([
      expect.objectContaining({ typeCode: { value: 'EA102' }, quantity: { value: 190 } }),
    ]);
    const xml = (await timecard(path, '2.0-xml')).text;
    expect(xml).toContain('<Timecard xmlns="https://ontology.setu.nl/messages"><documentId>');
    expect(xml.match(/<timeInterval>/g)).toHaveLength(7);
    const old = (await timecard(path, '1.4-xml')).text;
    expect(old).toContain('<ReportedTime status="Approved">');
    expect(old).toContain('<TimeInterval type="Overtime" dayAssignment="2026-11-18" billable="true">');
  });

  it('of a correction has the hours as they are after it, none below zero', async () => {
    const paid = await exampleFinal();
    const start = await office.get(`/api/worksheets/${paid.id}/correction`);
    const lines = start.lines.map((one: { hourTypeId: string }) =>
      one.hourTypeId === office.types.O125 ? { ...one, minutes: 60 } : one,
    );
    const body = { version: paid.version, reason: 'Overwerk was een uur', lines };
    const correction = (await office.post(office.staff, `/api/worksheets/${paid.id}/corrections`, body)).body;
    const path = `/api/worksheets/${correction.id}/timecard`;
    expect((await timecard(path, '2.0-json')).status).toBe(409);
    const [approved] = (await office.decide(office.supervisor, 'approve', correction)).done;
    await office.decide(office.staff, 'finalise', approved);
    const card = JSON.parse((await timecard(path, '2.0-json')).text);
    const spent = card.timeInterval.map((one: Record<string, unknown>) => [one.dayAssignment, one.timeTotal]);
    expect(spent).toContainEqual(['2026-11-18', '1.00']);
    expect(spent).toHaveLength(7);
    expect((await timecard(path, '1.4-xml')).text).not.toContain('>-');
  });

  it('of a closed run is a ZIP with a file for each worksheet', async () => {
    await exampleFinal();
    const run = await office.propose();
    const path = `/api/payroll-runs/${run.id}/timecards`;
    expect((await timecard(path, '2.0-xml')).status).toBe(409);
    const { worksheets } = (await office.close(run)).body;
    const { bytes } = await timecard(path, '2.0-xml');
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    // The directory at its end counts them.
    expect(bytes.readUInt16LE(bytes.length - 12)).toBe(worksheets);
  });
});
