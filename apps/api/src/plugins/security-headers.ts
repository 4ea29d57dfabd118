import fp from 'fastify-plugin';
import helmet from 'helmet';

/**
 * The headers that Helmet gives every answer. They never differ, so they are asked of it once and set at one stroke: per
 * request Helmet builds each anew, a twentieth of the time that a worksheet takes.
 */
export const securityHeaders = fp(async (app, { publicUrl }: { publicUrl: string }) => {
  const headers = helmetHeaders(new URL(publicUrl).protocol === 'https:');
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
});

function helmetHeaders(isHttps: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => {},
  };
  // Who came by https comes by nothing else for a year. Of this host alone: what else its domain serves is not ours to say.
  const strictTransportSecurity = isHttps && { maxAge: 31_536_000, includeSubDomains: false };
  const set = helmet({ contentSecurityPolicy: { directives }, strictTransportSecurity });
  set({} as never, answer as never, (error?: unknown) => {
    if (error) throw error;
  });
  return headers;
}

// `upgrade-insecure-requests` (helmet's default) breaks plain http on a host other than localhost; style attributes are
// what the kit positions its pop-ups with.
const directives = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  upgradeInsecureRequests: null,
};
