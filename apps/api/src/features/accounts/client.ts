import type { FastifyRequest } from 'fastify';

/** Where somebody logs in from. */
export interface Client {
  /** Network address. */
  address: string;
  userAgent: string | null;
}

export const clientOf = (request: FastifyRequest): Client => ({
  address: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
});
