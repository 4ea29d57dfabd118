import { isDeepStrictEqual } from 'node:util';
import type { FastifySerializerCompiler } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';

/**
 * How answers are written. Presenters make exactly what the contract says, so it is sent as it is. Where answers are checked
 * (every test, and development) each is held against the contract, and one with a field too many fails as one too few does.
 */
export const answers =
  (areChecked: boolean): FastifySerializerCompiler<z.ZodType> =>
  (route) => {
    if (!areChecked) return (data) => JSON.stringify(data);
    const contract = serializerCompiler(route);
    return (data) => {
      const text = JSON.stringify(data);
      const agreed = contract(data);
      if (text !== agreed && !isDeepStrictEqual(JSON.parse(text), JSON.parse(agreed))) {
        throw new Error(`${route.method} ${route.url} answers more than its contract says`);
      }
      return text;
    };
  };
