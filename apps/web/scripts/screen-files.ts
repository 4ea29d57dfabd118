import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { doorScreens, type Screen, screens } from '../src/app/screens.ts';
import { textFiles } from '../src/i18n/text-files.ts';

/** What the server must know of a screen to name its files before the browser finds them one after the other. */
interface ScreenFiles {
  path: string;
  /** Behind the log-in. */
  isOwn: boolean;
  asks: string[];
  /** Scripts and styles besides those that index.html names. */
  files: string[];
  /** The files of its texts by language. */
  texts: Record<string, string[]>;
}

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
  isEntry?: boolean;
}

/** Writes `.vite/screens.json`: the table of screens with the files of this build. */
export function screenFiles(): Plugin {
  return {
    name: 'konnekt-screen-files',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const asset = bundle['.vite/manifest.json'];
      if (asset?.type !== 'asset') throw new Error('The build wrote no manifest.');
      const manifest: Record<string, Chunk> = JSON.parse(String(asset.source));
      const table = screenTable(manifest);
      writeFileSync(path.join(dir, '.vite/screens.json'), JSON.stringify(table));
    },
  };
}

function screenTable(manifest: Record<string, Chunk>): ScreenFiles[] {
  const entry = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const named = filesOf(entry);
  return [
    ...doorScreens.map((screen) => of(screen, [])),
    ...screens.map((screen) => of(screen, ['src/app/shell.tsx'])),
  ];

  function of({ path, file, texts, asks = [] }: Screen, around: string[]): ScreenFiles {
    const names = new Set(['base', ...texts.map((name) => textFiles[name])]);
    const textsIn = (language: string) =>
      without(named, filesOf([...names].map((name) => `src/i18n/${language}/files/${name}.ts`)));
    return {
      path,
      isOwn: around.length > 0,
      asks,
      files: without(named, filesOf([...around, `src/features/${file}.tsx`])),
      texts: { nl: textsIn('nl'), en: textsIn('en') },
    };
  }

  /** The files of these chunks and of everything they import at once. */
  function filesOf(keys: string[], found = new Set<string>()): Set<string> {
    for (const key of keys) {
      const chunk = manifest[key];
      if (!chunk) throw new Error(`The build has no ${key}.`);
      if (found.has(chunk.file)) continue;
      found.add(chunk.file);
      for (const css of chunk.css ?? []) found.add(css);
      filesOf(chunk.imports ?? [], found);
    }
    return found;
  }
}

const without = (named: Set<string>, files: Set<string>): string[] => [...files].filter((file) => !named.has(file));
