/**
 * Looks at the built screens (`vite build` first): no schema library came along, and every custom property that a style uses is set
 * somewhere. Exits 1 when not. What the screens weigh is measured on what a browser receives: e2e/speed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const web = path.join(import.meta.dirname, '..');
const assets = path.join(web, 'dist/assets');
if (!existsSync(assets)) throw new Error('There is no build to look at: run "vite build" first.');

const faults = [...schemas(), ...unsetProperties()];
for (const fault of faults) console.error(`✗ ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);

/** The contract reaches the browser as types only. */
function schemas(): string[] {
  return built('.js')
    .filter(([, text]) => /ZodError|zod\.dev|"invalid_type"/.test(text))
    .map(([file]) => `${file} holds zod: import contracts as types only.`);
}

/** A misspelt one draws nothing, and nobody is told. The accent's shades are set by a script (src/ui/look.ts). */
function unsetProperties(): string[] {
  const styles = built('.css').map(([, text]) => text);
  const scripts = built('.js').map(([, text]) => text);
  const used = names(styles, /var\((--[\w-]+)\)/g);
  const set = names(styles, /(--[\w-]+):/g);
  const given = names(scripts, /["'`](--[\w-]+)["'`]/g);
  return [...used]
    .filter(
      (name) =>
        !set.has(name) && !given.has(name) && !/^--k-(accent-\d|(fill|fill-hover|on-fill)-(light|dark))$/.test(name),
    )
    .map((name) => `A style uses ${name}, which nothing sets.`);
}

function names(texts: string[], pattern: RegExp): Set<string | undefined> {
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name)));
}

function built(extension: string): [string, string][] {
  return readdirSync(assets)
    .filter((file) => file.endsWith(extension))
    .map((file) => [file, readFileSync(path.join(assets, file), 'utf8')]);
}
