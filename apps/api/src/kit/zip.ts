import { PassThrough, pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

interface Part {
  name: string;
  content: AsyncIterable<string | Uint8Array>;
}

/** A ZIP file whose parts tell their sizes after themselves, for nobody knows them before (APPNOTE 4.4.4, bit 3; bit 11: names are UTF-8). */
export async function* zipped(parts: Iterable<Part> | AsyncIterable<Part>): AsyncGenerator<Buffer> {
  const flags = 0x0808;
  const [deflated, version, firstDay] = [8, 20, 0x21];
  const directory: Buffer[] = [];
  let offset = 0;
  let count = 0;
  for await (const { name, content } of parts) {
    count += 1;
    const start = offset;
    const nameBytes = Buffer.from(name);
    const local = numbers(
      [0x04034b50, 4],
      [version, 2],
      [flags, 2],
      [deflated, 2],
      [0, 2],
      [firstDay, 2],
      [0, 4],
      [0, 4],
      [0, 4],
      [nameBytes.length, 2],
      [0, 2],
    );
    yield Buffer.concat([local, nameBytes]);
    offset += local.length + nameBytes.length;
    const sizes = { crc: 0, plain: 0, packed: 0 };
    for await (const chunk of packed(content, sizes)) {
      sizes.packed += chunk.length;
      yield chunk;
    }
    const { crc, plain, packed: length } = sizes;
    yield numbers([0x08074b50, 4], [crc, 4], [length, 4], [plain, 4]);
    offset += length + 16;
    const entry = numbers(
      [0x02014b50, 4],
      [version, 2],
      [version, 2],
      [flags, 2],
      [deflated, 2],
      [0, 2],
      [firstDay, 2],
      [crc, 4],
      [length, 4],
      [plain, 4],
      [nameBytes.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [start, 4],
    );
    directory.push(entry, nameBytes);
  }
  const list = Buffer.concat(directory);
  yield list;
  yield numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [list.length, 4], [offset, 4], [0, 2]);
}

/** Packs what comes, and measures it on the way. */
function packed(content: Part['content'], sizes: { crc: number; plain: number }): AsyncIterable<Buffer> {
  const out = new PassThrough();
  const source = Readable.from(measured(content, sizes), { objectMode: false });
  // An error ends `out`, and so whoever reads it.
  pipeline(source, createDeflateRaw(), out, () => {});
  return out;
}

async function* measured(content: Part['content'], sizes: { crc: number; plain: number }): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    sizes.crc = crc32(bytes, sizes.crc);
    sizes.plain += bytes.length;
    yield bytes;
  }
}

/** Little-endian numbers of 2 or 4 bytes, one after the other. */
function numbers(...values: [value: number, bytes: 2 | 4][]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const part = Buffer.alloc(bytes);
      part.writeUIntLE(value, 0, bytes);
      return part;
    }),
  );
}

/** What is at hand as a whole. */
export async function* one<Content extends string | Uint8Array>(content: Content): AsyncGenerator<Content> {
  yield content;
}
