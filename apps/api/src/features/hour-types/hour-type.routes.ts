import { hourTypeRoutes } from '@konnekt/shared/hour-types/hour-type.contract';
import type { FastifyInstance } from 'fastify';
import { authorOf } from '#api/author';
import { bounds, refuseFull } from '#api/bounds';
import { serve } from '#api/plugins/contract';
import { atFields, changedSince } from '#api/records';
import type { Services } from '#api/services';
import * as hourTypes from './hour-type.repository.ts';

const fieldsOf = {
  hour_type_code_key: { pointer: '/code', code: 'taken' },
  hour_type_kind_in_use: { pointer: '/kind', code: 'hours-of-this-kind' },
};

export function registerHourTypes(app: FastifyInstance, { db }: Services): void {
  serve(app, hourTypeRoutes, {
    'GET /api/office/hour-types': async () => ({ items: await hourTypes.listHourTypeRecords(db) }),
    'POST /api/hour-types': ({ actor, request, body }) =>
      atFields(fieldsOf, () =>
        db.transaction(authorOf(actor, request), async (tx) => {
          refuseFull(await hourTypes.countHourTypes(tx), bounds.hourTypes);
          return hourTypes.insertHourType(tx, body);
        }),
      ),
    'PUT /api/hour-types/:id': ({ actor, request, params, body: { version, ...fields } }) =>
      atFields(fieldsOf, () =>
        db.transaction(authorOf(actor, request), async (tx) => {
          const saved = await hourTypes.updateHourType(tx, params.id, version, fields);
          if (!saved) throw await changedSince(tx, params.id, await hourTypes.findHourType(tx, params.id));
          return saved;
        }),
      ),
  });
}
