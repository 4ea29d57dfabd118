import { fastifySSE, type SSERouteOptions } from '@fastify/sse';
import fp from 'fastify-plugin';

/** Routes that answer server-sent events, on the whole application. */
export const events = fp(fastifySSE);

/** Signs of life are sent by who keeps the stream: it looks at the session at that moment, and at who takes nothing any more. */
export const eventsOnly: SSERouteOptions = { kind: 'only', heartbeat: false };
