import { hourTypeRoutes } from '@konnekt/shared/hour-types/hour-type.contract';
import type { FastifyInstance } from 'fastify';
import { readHourTypes } from '#api/features/worksheets/worksheet-entry.service';
import { bounds, refuseFull } from '#api/kit/bounds';
import { atFields, changedSince } from '#api/kit/records';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import * as hourTypes from './hour-type.repository.ts';

// The unit is settled as the kind is: one function refuses both.
const fieldsOf = {
  hour_type_code_key: { pointer: '/code', code: 'taken' },
  hour_type_billed_in_use: { pointer: '/billShareBp', code: 'hours-of-this-kind' },
  hour_type_kind_in_use: { pointer: '/kind', code: 'hours-of-this-kind' },
};

export function registerHourTypes(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, hourTypeRoutes, {
    'GET /api/hour-types': async () => ({ items: await readHourTypes(db) }),
    'GET /api/office/hour-types': async () => ({ items: await hourTypes.listHourTypeRecords(db) }),
    'POST /api/hour-types': ({ author, body }) =>
      atFields(fieldsOf, () =>
        db.transaction(author, async (tx) => {
          refuseFull(await hourTypes.countHourTypes(tx), bounds.hourTypes);
          return hourTypes.insertHourType(tx, body);
        }),
      ),
    'PUT /api/hour-types/:id': ({ author, params, body: { version, ...fields } }) =>
      atFields(fieldsOf, () =>
        db.transaction(author, async (tx) => {
          const saved = await hourTypes.updateHourType(tx, params.id, version, fields);
          if (!saved) throw await changedSince(tx, params.id, await hourTypes.findHourType(tx, params.id));
          return saved;
        }),
      ),
  });
}
