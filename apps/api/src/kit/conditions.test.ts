import { addDays } from '@konnekt/shared/basics/calendar-day';
import { rateOnDay } from '@konnekt/shared/placements/rate-on-day';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from '#api/test/factories';
import { hasRateOn, rateOn } from './conditions.ts';
import { sql } from './sql.ts';

const test = testApp();
let placements: string[];
let hourTypes: string[];

beforeAll(async () => {
  const { db } = test;
  const organisationId = await createOrganisation(db);
  const placed = async () => createPlacement(db, await createPerson(db), organisationId);
  placements = [await placed(), await placed()];
  hourTypes = [await hourTypeId(db, 'N100'), await hourTypeId(db, 'O125')];
});

interface Asked {
  placement: number;
  hourType: number;
  day: string;
}

it('a statement finds the rate of a day that the rule finds', async () => {
  const which = { placement: fc.nat(1), hourType: fc.nat(1) };
  const day = fc.integer({ min: -4, max: 20 }).map((days) => addDays('2026-01-01', days));
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  const rates = fc.uniqueArray(fc.record({ ...which, validFrom: day, payCents: cents, billCents: cents }), {
    maxLength: 12,
    selector: ({ placement, hourType, validFrom }) => `${placement} ${hourType} ${validFrom}`,
  });
  const asked: Asked[] = placements.flatMap((_, placement) =>
    hourTypes.flatMap((__, hourType) =>
      Array.from({ length: 27 }, (___, days) => ({ placement, hourType, day: addDays('2026-01-01', days - 5) })),
    ),
  );
  const ids = <T extends { placement: number; hourType: number }>({ placement, hourType, ...rest }: T) => ({
    placementId: placements[placement],
    hourTypeId: hourTypes[hourType],
    ...rest,
  });
  const of = { placementId: sql`a."placementId"`, hourTypeId: sql`a."hourTypeId"`, day: sql`a.day` };

  await fc.assert(
    fc.asyncProperty(rates, async (given) => {
      const stored = given.map(ids);
      await test.db.query(sql`DELETE FROM placement_rate`);
      await test.db.query(sql`
        INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
        SELECT g."placementId", g."hourTypeId", g."validFrom", g."payCents", g."billCents"
          FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb)
            AS g("placementId" uuid, "hourTypeId" uuid, "validFrom" date, "payCents" int, "billCents" int)`);
      const found = await test.db.query(sql`
        SELECT a.n, held."payCents", held."billCents", ${rateOn(sql`r.valid_from`, of)} AS "validFrom", ${hasRateOn(of)} AS "hasRate"
          FROM jsonb_to_recordset(${JSON.stringify(asked.map((one, n) => ({ n, ...ids(one) })))}::jsonb)
                 AS a(n int, "placementId" uuid, "hourTypeId" uuid, day date)
          LEFT JOIN LATERAL ${rateOn(sql`r.pay_cents AS "payCents", r.bill_cents AS "billCents"`, of)} held ON TRUE
         ORDER BY a.n`);
      const expected = asked.map(({ placement, hourType, day: on }, n) => {
        const ofPlacement = given
          .filter((rate) => rate.placement === placement)
          .map((rate) => ({ ...rate, hourTypeId: String(rate.hourType) }));
        const rate = rateOnDay(ofPlacement, String(hourType), on);
        const { payCents = null, billCents = null, validFrom = null } = rate ?? {};
        return { n, payCents, billCents, validFrom, hasRate: rate !== undefined };
      });
      expect(found).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
