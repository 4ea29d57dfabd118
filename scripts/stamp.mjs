import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Does work only when something changed since it was last done: the files it reads (`inputs`, files or folders) are
 * hashed, and the hash is kept once the work is done. Work that was broken off is done again, and so is work whose
 * `outputs` are gone. Returns whether there was anything to do.
 *
 * @param {{ file: string, inputs: string[], outputs: string[], also?: string }} stamp `also`: anything else that
 *   the outcome depends on
 * @param {() => Promise<unknown>} work
 */
export async function unlessDone({ file, inputs, outputs, also = '' }, work) {
  const hash = hashOf(inputs, also);
  if (outputs.every((output) => existsSync(output)) && readStamp(file) === hash) return false;
  rmSync(file, { force: true });
  await work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, hash);
  return true;
}

/** Folders that are made, not written. */
const madeFolders = new Set(['node_modules', 'dist', 'dist-types', 'generated']);

/**
 * @param {string[]} inputs
 * @param {string} also
 */
function hashOf(inputs, also) {
  const hash = createHash('sha256').update(also);
  for (const file of inputs.flatMap(filesIn)) {
    hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} input
 * @returns {string[]}
 */
function filesIn(input) {
  if (!existsSync(input)) return [];
  if (!statSync(input).isDirectory()) return [input];
  return readdirSync(input, { withFileTypes: true })
    .filter((entry) => !madeFolders.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesIn(path.join(input, entry.name)));
}

/** @param {string} file */
function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
