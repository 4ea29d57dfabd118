import type { ProblemBody } from '@konnekt/shared/basics/problem';
import type { ProblemCode } from '@konnekt/shared/basics/problem-codes';
import { problemStatus } from '@konnekt/shared/basics/problem-codes';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type Details, Problem } from '#api/kit/problem';
import { isUnavailable, RETRY_AFTER_SECONDS } from './unavailable.ts';

/** Turns every error into RFC 9457 `application/problem+json`; what is our own fault is logged and sent without detail. */
export const problems = fp(async (app) => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Problem) {
      if (error.cause) request.log.error({ err: error.cause }, error.code);
      return send(request, reply, error.code, error.details);
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const where = error.validationContext;
      const errors = error.validation.map(({ instancePath, params, keyword }) => ({
        pointer: `${where === 'body' ? '' : `/${where}`}${instancePath}`,
        code: fieldCode(keyword, params),
      }));
      return send(request, reply, 'invalid-input', { errors });
    }
    if (error.statusCode === 413) return send(request, reply, 'too-large');
    if (error.statusCode && error.statusCode < 500) return send(request, reply, 'invalid-input', { errors: [] });
    if (isUnavailable(error)) {
      request.log.warn({ err: error }, 'the database did not do it');
      return send(request, reply, 'unavailable');
    }
    request.log.error({ err: error }, 'request failed');
    return send(request, reply, 'internal-error');
  });
  app.setNotFoundHandler((request, reply) => send(request, reply, 'not-found'));
});

/** For what goes wrong before any route: an address that is no address. */
export const answerNotFound = (_: unknown, request: FastifyRequest, reply: FastifyReply) =>
  void send(request, reply, 'not-found');

function send(request: FastifyRequest, reply: FastifyReply, code: ProblemCode, given: Details = {}) {
  const details = code === 'unavailable' ? { retryAfterSeconds: RETRY_AFTER_SECONDS, ...given } : given;
  const status = problemStatus[code];
  const body: ProblemBody = { type: `/problems/${code}`, title: code, status, code, requestId: request.id, ...details };
  if (details.retryAfterSeconds) reply.header('retry-after', details.retryAfterSeconds);
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body);
}

/** zod's issue as one of the few words that the screens have a text for. */
function fieldCode(keyword: string, params: Record<string, unknown>): string {
  const own = (params.params as { code?: string } | undefined)?.code;
  if (own) return own;
  if (keyword === 'too_small') return params.minimum === 1 && params.origin === 'string' ? 'required' : 'too-small';
  if (keyword === 'too_big') return 'too-large';
  if (keyword === 'invalid_type') return 'required';
  return 'invalid';
}
