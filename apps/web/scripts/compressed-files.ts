import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below it a header more costs what compression saves. */
const LEAST_BYTES = 500;

/**
 * Writes `.br` and `.gz` beside every text of the build, as small as they get: once here instead of at each request. The
 * server sends the one that a browser takes.
 */
export function compressedFiles(): Plugin {
  return {
    name: 'konnekt-compressed-files',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        const file = path.join(dir, name);
        if (!/\.(js|css|svg|txt)$/.test(name)) continue;
        const text = readFileSync(file);
        if (text.length < LEAST_BYTES) continue;
        writeFileSync(`${file}.br`, brotli(text));
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}

const brotli = (text: Buffer): Buffer =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
