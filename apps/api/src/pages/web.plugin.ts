import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { readPublicAgency } from '#api/features/agency/public-agency';
import type { Services } from '#api/kit/services';
import { webPage } from './web-page.ts';

/** The built screens: hashed files for a year, and index.html for every address that is a screen's. */
export async function serveWeb(app: FastifyInstance, { db, isDemo }: Services, root: string): Promise<void> {
  if (!existsSync(path.join(root, 'index.html'))) throw new Error(`No built web application in ${root}`);
  const pageFor = webPage(root);
  const agencyOfNow = inTime(() => readPublicAgency(db, isDemo));
  const config = { access: 'public' as const };
  await app.register(fastifyStatic, { root, serve: false, preCompressed: true });
  app.get('/*', { config, schema: { hide: true } }, async (request, reply) => {
    const file = (request.params as { '*': string })['*'];
    if (file.startsWith('api/')) return reply.callNotFound();
    if (file.startsWith('assets/')) return reply.sendFile(file, { maxAge: '365d', immutable: true });
    const isFile = path.extname(file) !== '' && existsSync(path.join(root, path.normalize(`/${file}`)));
    if (isFile && file !== 'index.html') return reply.sendFile(file, { maxAge: '1h' });
    const agency = await agencyOfNow();
    const visit = { url: request.url, cookies: request.cookies, acceptLanguage: request.headers['accept-language'] };
    // It knows who is there, and which files are of today.
    return reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-cache' })
      .send(pageFor(visit, agency));
  });
}

/** A page is shown without what takes longer: a database that does not answer must leave nobody before a white window. */
const HURRY_MILLISECONDS = 300;

/** What `read` gives, or where that takes too long or fails what it gave last; nothing at first: the page asks for it itself then. */
function inTime<T>(read: () => Promise<T>): () => Promise<T | undefined> {
  let last: T | undefined;
  return async () => {
    const reading = read().then(
      (found) => {
        last = found;
      },
      () => {},
    );
    const limit = Promise.withResolvers<void>();
    const timer = setTimeout(limit.resolve, HURRY_MILLISECONDS);
    await Promise.race([reading, limit.promise]);
    clearTimeout(timer);
    return last;
  };
}
