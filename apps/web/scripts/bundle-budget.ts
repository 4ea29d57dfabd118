/**
 * Checks the built screens (`vite build` first): what each first load weighs as it is sent (JavaScript and CSS, brotli),
 * that no schema library came along, and that no part of Mantine is there without its styles. Exits 1 when one is wrong.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
  isEntry?: boolean;
}

interface Budget {
  route: string;
  kilobytes: number;
  /** Keys of Vite's manifest. */
  loads: string[];
  /** What is there already: only what comes on top of it counts. */
  onTopOf?: string[];
}

const registration = [
  'src/app/shell.tsx',
  'src/features/registration/registration-page.tsx',
  'src/i18n/nl/registration.ts',
];

/** Kilobytes at most, and what the route loads besides the entry. */
const budgets: Budget[] = [
  { route: 'log in', kilobytes: 150, loads: ['src/features/auth/login-page.tsx', 'src/i18n/nl/auth.ts'] },
  {
    route: 'approve list',
    kilobytes: 215,
    loads: ['src/app/shell.tsx', 'src/features/worksheets/approval-page.tsx', 'src/i18n/nl/worksheets.ts'],
  },
  {
    route: "employee's week",
    kilobytes: 190,
    loads: ['src/app/shell.tsx', 'src/features/week/week-page.tsx', 'src/i18n/nl/week.ts'],
  },
  { route: 'register hours', kilobytes: 190, loads: registration },
  {
    route: 'grid of register hours, on top',
    kilobytes: 10,
    loads: ['src/features/registration/registration-grid.tsx'],
    onTopOf: registration,
  },
  ...[
    ['organisations', 'organisations/organisations-page', 'organisations'],
    ['organisation', 'organisations/organisation-page', 'organisations'],
    ['employee', 'people/employee-page', 'people'],
    ['supervisor', 'people/supervisor-page', 'people'],
    ['placement', 'placements/placement-page', 'placements'],
    ['hour types', 'settings/hour-types-page', 'settings'],
    ['periods', 'settings/periods-page', 'settings'],
    ['settings', 'settings/settings-page', 'settings'],
  ].map(([route = '', file, texts]) => ({
    route,
    kilobytes: 190,
    loads: [
      'src/app/shell.tsx',
      `src/features/${file}.tsx`,
      ...[texts, 'office', 'audit'].map((name) => `src/i18n/nl/${name}.ts`),
    ],
  })),
];

const web = path.join(import.meta.dirname, '..');
const dist = path.join(web, 'dist');
const manifestFile = path.join(dist, '.vite/manifest.json');
if (!existsSync(manifestFile)) throw new Error('There is no build to look at: run "vite build" first.');
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(manifestFile, 'utf8'));
const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (!entry) throw new Error('The manifest names no entry.');

const faults: string[] = [];
checkWeights(entry);
checkNoSchemas();
checkStyles();
for (const fault of faults) console.error(`✗ ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);

function checkWeights(entryKey: string) {
  for (const { route, kilobytes, loads, onTopOf } of budgets) {
    const missing = [...loads, ...(onTopOf ?? [])].filter((key) => !manifest[key]);
    if (missing.length > 0) {
      console.log(`- ${route}: not built (${missing.join(', ')})`);
      continue;
    }
    const always = [entryKey, 'src/i18n/nl/common.ts'];
    const before = onTopOf ? filesOf([...always, ...onTopOf]) : new Set<string>();
    const files = [...filesOf([...always, ...loads])].filter((file) => !before.has(file));
    const weight = files.reduce((sum, file) => sum + weigh(file), 0) / 1000;
    const text = `${route}: ${weight.toFixed(1)} kB of ${kilobytes} kB, ${files.length} files`;
    console.log(`${weight <= kilobytes ? '✓' : '✗'} ${text}`);
    if (weight > kilobytes) faults.push(`${text}: over the budget.`);
  }
}

/** The files of these chunks and of everything they import at once. */
function filesOf(keys: string[], files = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) continue;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    filesOf(chunk.imports ?? [], files);
  }
  return files;
}

function weigh(file: string): number {
  return brotliCompressSync(readFileSync(path.join(dist, file))).length;
}

/** The contract reaches the browser as types only. */
function checkNoSchemas() {
  for (const [file, text] of built('.js')) {
    if (/ZodError|zod\.dev|"invalid_type"/.test(text))
      faults.push(`${file} holds zod: import contracts as types only.`);
  }
}

/** Mantine's class names that have styles in the kit must have them in the build. */
function checkStyles() {
  const used = names(built('.js'));
  const styled = names(built('.css'));
  const sheet = path.join(web, 'node_modules/@mantine/core/styles.css');
  const kit = names([[sheet, readFileSync(sheet, 'utf8')]]);
  const bare = [...kit].filter((name) => used.has(name) && !styled.has(name));
  if (bare.length > 0) faults.push(`Parts of Mantine are used without their styles: ${bare.join(', ')}.`);
}

function names(files: Iterable<[string, string]>): Set<string> {
  const found = new Set<string>();
  for (const [, text] of files) for (const [name] of text.matchAll(/\bm_[0-9a-f]{6,8}\b/g)) found.add(name);
  return found;
}

function built(extension: string): [string, string][] {
  const folder = path.join(dist, 'assets');
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]);
}
