import { readFile } from 'node:fs/promises';
import { mostPixels } from '@konnekt/shared/files/file.words';
import { imageSize } from 'image-size';
import type { HandedIn } from './files.ts';
import { invalidInput } from './problem.ts';
import { cleanSvg } from './svg.ts';

/**
 * A picture that may be shown to anybody: no more pixels than a browser draws at ease (a file of a few kB can be one of gigabytes once it is
 * unpacked), and a drawing without anything that runs or is fetched. Throws `invalid-input` at `/file` for another one.
 */
export async function stillPicture(file: HandedIn): Promise<HandedIn> {
  const content = Buffer.isBuffer(file.content) ? file.content : await readFile(file.content.path);
  if (file.mediaType === 'image/svg+xml') return { ...file, content: cleanDrawing(content) };
  const { width, height } = sizeOf(content);
  if (width > mostPixels || height > mostPixels)
    throw invalidInput([{ pointer: '/file', code: 'picture-too-large', values: { most: mostPixels } }]);
  return file;
}

function cleanDrawing(content: Buffer): Buffer {
  const cleaned = cleanSvg(content.toString('utf8').replace(/^\ufeff/, ''));
  if (cleaned === undefined) throw notShown();
  return Buffer.from(cleaned);
}

function sizeOf(content: Buffer): { width: number; height: number } {
  try {
    const { width, height } = imageSize(content);
    if (width > 0 && height > 0) return { width, height };
  } catch {
    // A head without the rest: what the library says of it helps nobody.
  }
  throw notShown();
}

const notShown = () => invalidInput([{ pointer: '/file', code: 'file-type' }]);
