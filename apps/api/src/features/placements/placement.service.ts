import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { Placement, PlacementFields, SetRates } from '@konnekt/shared/placements/placement.schema';
import type { GivenRates } from '@konnekt/shared/placements/rate-grid.contract';
import type { Answer } from '@konnekt/shared/routes';
import { bounds, refuseFull } from '#api/kit/bounds';
import type { Author, Db, Transaction } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import { atFields, changedSince } from '#api/kit/records';
import type { Sight } from '#api/kit/visibility';
import * as placements from './placement.repository.ts';
import * as placementRates from './placement-rate.repository.ts';
import * as grid from './rate-grid.repository.ts';
import * as outside from './sent-outside.repository.ts';

// What other features may use.
export { matchingPlacements } from './placement.repository.ts';
export { finalisedUntil } from './placement-rate.repository.ts';

const fieldsOf: Record<string, FieldProblem> = {
  placement_number_key: { pointer: '/number', code: 'taken' },
  placement_number_form: { pointer: '/number', code: 'taken' },
  placement_employee_id_fkey: { pointer: '/employeeId', code: 'unknown' },
  placement_organisation_id_fkey: { pointer: '/organisationId', code: 'unknown' },
  placement_rate_hour_type_id_fkey: { pointer: '/rates', code: 'unknown' },
};

export async function readPlacement(db: Transaction, sight: Sight, id: string): Promise<Placement> {
  const found = await placements.findPlacementRecord(db, sight, id);
  if (!found) throw new Problem('not-found');
  return found;
}

export const createPlacement = (db: Db, sight: Sight, author: Author, fields: PlacementFields): Promise<Placement> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      const id = await placements.insertPlacement(tx, fields);
      if (!id) throw invalidInput([{ pointer: '/organisationId', code: 'organisation-inactive' }]);
      return readPlacement(tx, sight, id);
    }),
  );

export const savePlacement = (
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  { version, ...fields }: PlacementFields & { version: number },
): Promise<Placement> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      await placements.holdPlacement(tx, id);
      if (!(await placements.updatePlacement(tx, id, version, fields)))
        throw await refusal(tx, sight, id, version, fields);
      return readPlacement(tx, sight, id);
    }),
  );

/** What stood in the way of a change: another one, or worksheets. */
async function refusal(
  tx: Transaction,
  sight: Sight,
  id: string,
  version: number,
  fields: PlacementFields,
): Promise<Problem> {
  const now = await placements.findPlacementRecord(tx, sight, id);
  if (!now || now.version !== version) return changedSince(tx, id, now);
  const settled = (['employeeId', 'organisationId', 'periodType'] as const).filter(
    (field) => now[field] !== fields[field],
  );
  if (now.hasWorksheets && settled.length > 0)
    return invalidInput(settled.map((field) => ({ pointer: `/${field}`, code: 'has-worksheets' })));
  const sent = await outside.findSentOutside(tx, id, fields);
  if (!sent) return changedSince(tx, id, now);
  const { isBefore, ...period } = sent;
  return invalidInput([{ pointer: isBefore ? '/startsOn' : '/endsOn', code: 'sent-hours-outside', values: period }]);
}

/** New rates from a day on. What was paid and billed before that day stays what it was. */
export const setRates = (db: Db, sight: Sight, author: Author, id: string, given: SetRates): Promise<Placement> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      await placements.holdPlacement(tx, id);
      if (!(await placements.raiseVersion(tx, id, given.version)))
        throw await changedSince(tx, id, await placements.findPlacementRecord(tx, sight, id));
      const { endsOn, rates } = await readPlacement(tx, sight, id);
      refuseFull(rates.length + given.rates.length - 1, bounds.ratesOfPlacement);
      if (endsOn !== null && given.validFrom > endsOn)
        throw invalidInput([{ pointer: '/validFrom', code: 'after-placement' }]);
      const written = await placementRates.insertRates(tx, id, given);
      const after = await readPlacement(tx, sight, id);
      if (written < given.rates.length) throw changesThePast(after);
      return after;
    }),
  );

function changesThePast({ finalisedUntil }: Placement): Problem {
  const values = { day: finalisedUntil ?? '' };
  return new Problem('rate-changes-the-past', {
    errors: [{ pointer: '/validFrom', code: 'rate-changes-the-past', values }],
  });
}

/** Takes back a rate that no final hours were paid or billed at. */
export const takeBackRate = (db: Db, sight: Sight, author: Author, id: string): Promise<Placement> =>
  db.transaction(author, async (tx) => {
    const placementId = await placementRates.placementOfRate(tx, id);
    if (!placementId) throw new Problem('not-found');
    // Hours that are being made final at it are final by then.
    await placements.holdPlacement(tx, placementId);
    if (await placementRates.deleteRate(tx, id)) return readPlacement(tx, sight, placementId);
    throw new Problem((await placementRates.placementOfRate(tx, id)) ? 'rate-changes-the-past' : 'not-found');
  });

/** New rates of many placements of a client. What stands in the way of one is said of it, and the others are written. */
export const setRatesAt = (
  db: Db,
  author: Author,
  organisationId: string,
  given: GivenRates,
): Promise<Answer<'PUT /api/organisations/:id/rates'>> =>
  db.transaction(author, async (tx) => {
    await grid.holdPlacements(
      tx,
      organisationId,
      given.placements.map(({ placementId }) => placementId),
    );
    const judged = await grid.writeGivenRates(tx, organisationId, given);
    return {
      done: judged.flatMap(({ code, placementId, hourTypeId }) =>
        code === null || code === 'same' ? [{ placementId, hourTypeId }] : [],
      ),
      refused: judged.flatMap(({ code, ...one }) => (code === null || code === 'same' ? [] : [{ ...one, code }])),
    };
  });
