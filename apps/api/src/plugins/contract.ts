import type { Readable } from 'node:stream';
import type { Actor } from '@konnekt/shared/basics/actor';
import type { Route, RouteOutput, Routes } from '@konnekt/shared/basics/route';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { z } from 'zod';
import { authorOf } from '#api/kit/author';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import type { Author } from '../kit/database.ts';
import { eventsOnly } from './events.ts';

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

type ForSignedIn<R extends Route, T> = R['access'] extends 'public' ? undefined : T;

/** A parsed request: what the contract says it holds, and who asks. */
interface Call<R extends Route> {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
  /** Who asks, what they may see today, and how their changes are signed. Never there on a public route. */
  actor: ForSignedIn<R, Actor>;
  sight: ForSignedIn<R, Sight>;
  author: ForSignedIn<R, Author>;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** A file may be handed over whole, or while it is made. */
type Answer<R extends Route> = RouteOutput<R> | (R['answersFile'] extends true ? Readable : never);
export type Handlers<T extends Routes> = { [K in keyof T]: (call: Call<T[K]>) => Promise<Answer<T[K]>> };

/** Gives every route of a contract its handler; a route without one does not compile. */
export function serve<T extends Routes>(
  app: FastifyInstance,
  { today }: Pick<Services, 'today'>,
  routes: T,
  handlers: Handlers<T>,
): void {
  for (const [key, route] of Object.entries(routes)) {
    const [method, path] = key.split(' ') as [HTTPMethods, string];
    const handler = handlers[key as keyof T] as unknown as (call: object) => Promise<unknown>;
    const status = route.status ?? (route.response || route.answersFile || route.answersEvents ? 200 : 204);
    app.route({
      method,
      url: path,
      schema: {
        summary: route.summary,
        tags: [path.split('/')[2] ?? ''],
        ...(route.params && { params: route.params }),
        ...(route.query && { querystring: route.query }),
        ...(route.body && { body: route.body }),
        ...(route.takesFile && { consumes: ['multipart/form-data'] }),
        ...(route.response && { response: { [status]: route.response } }),
      },
      config: { access: route.access },
      ...(route.bodyLimit && { bodyLimit: route.bodyLimit }),
      ...(route.answersEvents && { sse: eventsOnly }),
      handler: async (request, reply) => {
        const { params, query, body, actor } = request;
        const signedIn = actor && { sight: { actor, today: today() }, author: authorOf(actor, request) };
        const answer = await handler({ params, query, body, actor, ...signedIn, request, reply });
        reply.code(status);
        return answer;
      },
    });
  }
}
