import type { FastifyRequest } from 'fastify';

/**
 * What the server's log says of a request and of an error. Logs are kept longer and read by more people than records: they hold no
 * search word, no cursor (it holds a name), no token, and nothing that somebody typed; only which route it was, and ids.
 */
export const logWords = { req: requestWords, err: errorWords };

type RequestWords = {
  method: string;
  /** `GET /api/worksheets/:id` with the id; nothing of an address that no route has. */
  url: string;
  remoteAddress: string;
};

function requestWords(request: FastifyRequest): RequestWords {
  const params = (request.params ?? {}) as Record<string, unknown>;
  const url = request.routeOptions?.url?.replace(/:(\w+)/g, (part, name) =>
    isUuid.test(String(params[name])) ? String(params[name]) : part,
  );
  return { method: request.method, url: url ?? '(no route)', remoteAddress: request.ip };
}

const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type ErrorWords = {
  type: string;
  message: string;
  stack: string;
  code?: string | undefined;
  constraint?: string | undefined;
  table?: string | undefined;
  column?: string | undefined;
  severity?: string | undefined;
  routine?: string | undefined;
  cause?: ErrorWords;
};

/** PostgreSQL tells the values of a row in `detail` and `where`, and quotes one behind the colon of its message. */
export function errorWords(error: unknown): ErrorWords {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', stack: '' };
  const all: Partial<Record<string, unknown>> = { ...error };
  const type = error.constructor?.name ?? 'Error';
  const message = String(error.message).replace(/: ["'`].*["'`]/gs, ': "…"');
  const frames = String(error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const said = (name: string) => {
    const value = all[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    type,
    message,
    stack: [`${type}: ${message}`, ...frames].join('\n'),
    code: said('code'),
    constraint: said('constraint'),
    table: said('table'),
    column: said('column'),
    severity: said('severity'),
    routine: said('routine'),
    ...(error.cause instanceof Error && { cause: errorWords(error.cause) }),
  };
}
