import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

const description = `The hours portal's API. Log in with \`POST /api/auth/login\`; the session lives in cookies.
Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`. Durations are whole minutes, days \`YYYY-MM-DD\`.`;

/** The description itself, for programs. */
export function serveOpenApi(app: FastifyInstance): void {
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () => app.swagger());
}

/** The OpenAPI description made from the contract, and a page to read it that needs nothing from outside. */
export const apiDocs = fp(async (app) => {
  const isPublic = (route: { url: string; config?: object }) => {
    if (route.url.startsWith('/api/docs') || route.url === '/api/openapi.json')
      route.config = { ...route.config, access: 'public' };
  };
  app.addHook('onRoute', isPublic);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Konnekt', version: '1', description } },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { docExpansion: 'list' } });
});
