import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { zProblem } from '@konnekt/shared/basics/problem.schema';
import type { Access } from '@konnekt/shared/basics/route';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ACCESS_COOKIE } from '#api/kit/cookies';

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
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Konnekt', version: '1', description },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: ACCESS_COOKIE } } },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      return { url, schema: { ...schema, ...ofEveryRoute(route.route.config?.access, schema.response) } };
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'list' },
    theme: { title: 'Konnekt API', css: [{ filename: 'plain.css', content: '.swagger-ui .topbar { display: none }' }] },
  });
});

/** What the contract does not repeat at each route: who may call it, the empty answer, and errors. */
function ofEveryRoute(access: Access | undefined, made: unknown) {
  const response = { ...(typeof made === 'object' && made ? made : empty), default: problem };
  if (!access || access === 'public') return { security: [], response };
  const description = access === 'signed-in' ? 'For everybody who is logged in.' : `For: ${access.join(', ')}.`;
  return { description, security: [{ session: [] }], response };
}

const empty = { 204: { type: 'null', description: 'Done' } };
const problem = {
  description: 'What went wrong',
  content: { 'application/problem+json': { schema: z.toJSONSchema(zProblem, { io: 'output' }) } },
};
