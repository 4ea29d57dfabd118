import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// The CLI would download an engine binary before doing anything; this runs Prisma's own schema engine from
// npm (WebAssembly) instead. Not on Windows, where a script cannot be spawned as a program.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('prisma/schema-engine.mjs', import.meta.url));
}

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:41040/konnekt' },
});
