import fp from 'fastify-plugin';
import { recordEvent } from '#api/kit/audit-event';
import { authorOf } from '#api/kit/author';
import type { Services } from '#api/kit/services';

/** Who tried to change something that they may not is in the audit log: the route, never what was sent to it. */
export const refusals = fp(async (app, { db, background }: Pick<Services, 'db' | 'background'>) => {
  app.addHook('onResponse', async (request, reply) => {
    const { method, actor } = request;
    if (reply.statusCode !== 403 || method === 'GET' || method === 'HEAD' || !actor) return;
    const subjectName = `${method} ${request.routeOptions.url}`;
    const author = authorOf(actor, request);
    background.run('refusal', async () => {
      await db.transaction(author, (tx) =>
        tx.query(
          recordEvent({ action: 'refused', subjectType: 'request', subjectId: null, subjectName, recordId: null }),
        ),
      );
    });
  });
});
