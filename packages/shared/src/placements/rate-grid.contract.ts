import { z } from 'zod';
import { namesOnce, zById, zDay, zId, zList, zPage, zPerItem, zSoundDay, zVersion } from '../basics/fields.ts';
import { mostAtOnce } from '../basics/list-bounds.ts';
import { office, type Routes } from '../basics/route.ts';
import { zPlacement } from './placement.schema.ts';
import { zGivenTypeRates } from './rate.schema.ts';

/** A placement that runs or is to, with all its rates. */
const zRatedPlacement = zPlacement.pick({
  id: true,
  version: true,
  employeeName: true,
  functionName: true,
  startsOn: true,
  endsOn: true,
  rates: true,
});
export type RatedPlacement = z.output<typeof zRatedPlacement>;

const zRefusedRate = z.object({
  placementId: zId,
  hourTypeId: zId,
  code: z.enum([
    'placement-elsewhere',
    'placement-changed',
    'unknown',
    'after-placement',
    'rate-changes-the-past',
    'list-full',
  ]),
  day: zDay.nullable().describe('The last one whose hours are final'),
});
export type RefusedRate = z.output<typeof zRefusedRate>;

const zGivenRates = z.object({
  validFrom: zSoundDay,
  placements: z
    .array(
      z.object({
        placementId: zId,
        version: zVersion,
        rates: zGivenTypeRates,
      }),
    )
    .min(1)
    .max(mostAtOnce)
    .superRefine(namesOnce('placementId')),
});
export type GivenRates = z.output<typeof zGivenRates>;

export const rateGridRoutes = {
  'GET /api/organisations/:id/rates': {
    access: office,
    summary: 'Placements of a client that run or are to, with their rates, by surname',
    params: zById,
    query: z.object(zPage),
    response: zList(zRatedPlacement),
  },
  'PUT /api/organisations/:id/rates': {
    access: office,
    summary: 'New rates of many placements of a client from a day on; what was before stays',
    params: zById,
    body: zGivenRates,
    response: zPerItem(z.object({ placementId: zId, hourTypeId: zId }), zRefusedRate),
  },
} as const satisfies Routes;
