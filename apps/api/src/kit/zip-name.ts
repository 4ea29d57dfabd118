import { isUtf8 } from 'node:buffer';
import { longest } from '@konnekt/shared/basics/text-rules';
import { oneLine } from '@konnekt/shared/basics/typed-text';
import { type Entry, getFileNameLowLevel } from 'yauzl';
import { safeFileName } from './file-name.ts';

/** How a part of a ZIP is called, to be shown: nothing is ever written where it says. */
export interface PackedName {
  name: string;
  folder: string | null;
  /** It leads out of the ZIP, hides, is too long, or holds what nobody sees: it is not known what it is meant to be. */
  isOdd: boolean;
  /** A folder, or what a system puts beside files: nobody packed it. */
  isNothing: boolean;
}

export function packedName(entry: Entry): PackedName {
  const path = pathOf(entry).replaceAll('\\', '/');
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const isOdd =
    /^\/|^[a-z]:|[\p{Cc}\p{Cs}\p{Bidi_Control}\ufffd]/iu.test(path) ||
    parts.some((part) => part === '..' || part.length > longest.fileName) ||
    (name.startsWith('.') && !isOfSystem(name)) ||
    (name === '' && entry.uncompressedSize > 0);
  const isNothing = !isOdd && (name === '' || parts[0] === '__MACOSX' || isOfSystem(name));
  return { name: safeFileName(name), folder: folderOf(parts.slice(0, -1)), isOdd, isNothing };
}

/** UTF-8 where that is said, or where it can be nothing else: macOS does not say so. */
function pathOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const isTold = (generalPurposeBitFlag & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075);
  if (!isTold && isUtf8(fileNameRaw)) return fileNameRaw.toString();
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

const isOfSystem = (name: string): boolean => /^(\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/i.test(name);

/** Cut at its beginning where it is too long: its end says most. */
function folderOf(parts: readonly string[]): string | null {
  const folder = parts
    .map((part) => oneLine(part.slice(-longest.fileName)))
    .filter((part) => !/^\.*$/.test(part))
    .join('/');
  if (folder.length <= longest.fileName) return folder || null;
  return `…${folder.slice(1 - longest.fileName).toWellFormed()}`;
}
