import { keyForm } from '@konnekt/shared/basics/key-form';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { bounds } from '#api/kit/bounds';
import type { Transaction } from '#api/kit/database';
import { changeHourTypes, createHourTypes, findHourTypeRecords } from './import-hour-types.repository.ts';
import { cellOf, type Plan, type Planned, type RecordValues, sortOut, writeEach } from './import-plan.ts';

const startsFrom: RecordValues = {
  kind: 'normal',
  unit: 'hours',
  payShareBp: 10_000,
  billShareBp: 10_000,
  receipt: 'none',
  forEmployee: true,
  forSupervisor: true,
  payrollCode: null,
  isActive: true,
};
/** Nobody is paid less of the rate than a tenth. */
const SMALL_SHARE_BP = 1000;
const notWorked = ['leave', 'sick', 'holiday'];

/** Hour types are found by their code. */
export async function planHourTypes(db: Transaction, rows: ImportRow[]): Promise<Plan> {
  const stored = await findHourTypeRecords(db);
  const byCode = new Map(stored.map((one) => [keyForm(String(one.code)), one]));
  const last = Math.max(0, ...stored.map(({ sortOrder }) => Number(sortOrder)));
  const errors: Plan['errors'] = [];
  const notes: Plan['notes'] = [];
  const planned = rows.map((row, index): Planned<RecordValues> => {
    const found = byCode.get(keyForm(String(row.values.code)));
    const next: RecordValues = {
      ...startsFrom,
      nameEn: row.values.nameNl ?? null,
      sortOrder: Math.min(last + index + 1, 9999),
      ...found,
      ...row.values,
    };
    if (!found && row.values.isWorked === undefined)
      next.isWorked = next.unit === 'hours' && !notWorked.includes(String(next.kind));
    const fail = (column: string, code: Plan['errors'][number]['code']) =>
      errors.push({ row: row.row, column, code, value: cellOf('hour-types', { ...row, values: next }, column) });
    if (next.isWorked && next.unit !== 'hours') fail('isWorked', 'only-time-is-worked');
    if (next.unit === 'euros' && Number(next.billShareBp) % 100 !== 0) fail('billShareBp', 'whole-percent');
    for (const column of ['kind', 'unit'])
      if (found?.hasHours && found[column] !== next[column]) fail(column, 'has-hours');
    if (found?.isFinal && Number(found.billShareBp) > 0 !== Number(next.billShareBp) > 0)
      fail('billShareBp', 'has-hours');
    for (const column of ['payShareBp', 'billShareBp']) {
      const said = row.values[column];
      if (!found && said === undefined)
        notes.push({ row: row.row, column, code: 'full-share', value: String(next.code) });
      // 1,5 may be meant as one and a half times.
      if (typeof said === 'number' && said > 0 && said < SMALL_SHARE_BP && said !== found?.[column])
        notes.push({ row: row.row, column, code: 'small-share', value: cellOf('hour-types', row, column) });
    }
    if (!found && row.values.kind === undefined)
      notes.push({ row: row.row, column: 'kind', code: 'normal-kind', value: String(next.code) });
    return { row, stored: found, next };
  });
  const { creates, updates, changes, same } = sortOut(planned, ({ code, nameNl }) => `${code} ${nameNl}`);
  const [first] = creates;
  if (first && stored.length + creates.length > bounds.hourTypes)
    errors.push({ row: first.row.row, column: 'code', code: 'list-full', value: String(bounds.hourTypes) });
  return {
    errors,
    notes,
    changes,
    same,
    write: writeEach({ creates, updates }, createHourTypes, changeHourTypes),
  };
}
