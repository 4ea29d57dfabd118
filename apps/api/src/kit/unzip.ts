import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { contentOf } from './zip-entry.ts';

interface Limits {
  mostFiles: number;
  /** Of one file, and of all together, unpacked. */
  mostBytes: number;
  mostTotalBytes: number;
}

/** So many times as large as it came may it become; of small ones it does not matter. */
const [MOST_RATIO, SMALL_BYTES] = [40, 5 * 1024 * 1024];

/** What a ZIP says that is in it is more than may be, or is not there. */
export class ZipRefused extends Error {
  readonly why: 'too-large' | 'broken';
  constructor(why: ZipRefused['why'], cause?: unknown) {
    super(`ZIP refused: ${why}`, { cause });
    this.why = why;
  }
}

export interface Unpacked {
  /** Its last part: folders say nothing. */
  name: string;
  /** None of one that is larger than one may be. */
  content: Buffer | undefined;
}

/**
 * The files of a ZIP, one by one. What it says of their sizes is judged before any is unpacked, and a file that is another size than was
 * said is refused while it is unpacked: no more than one of them is ever in memory. Throws `ZipRefused`.
 */
export async function* unzipped(path: string, limits: Limits): AsyncGenerator<Unpacked> {
  const file = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    throw new ZipRefused('broken', error);
  });
  try {
    const entries = await entriesOf(file, limits);
    const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    const isBomb = total > SMALL_BYTES && total > file.fileSize * MOST_RATIO;
    if (isBomb || total > limits.mostTotalBytes) throw new ZipRefused('too-large');
    for (const entry of entries) {
      const name = entry.fileName.split('/').at(-1) ?? '';
      const isTooLarge = entry.uncompressedSize > limits.mostBytes;
      yield { name, content: isTooLarge ? undefined : await unpacked(file, entry) };
    }
  } finally {
    file.close();
  }
}

async function entriesOf(file: ZipFile, { mostFiles }: Limits): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    if (file.entryCount > 2 * mostFiles) throw new ZipRefused('too-large');
    for await (const entry of file.eachEntry()) {
      if (isFile(entry)) entries.push(entry);
      if (entries.length > mostFiles) throw new ZipRefused('too-large');
    }
    return entries;
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused('broken', error);
  }
}

const unpacked = (file: ZipFile, entry: Entry): Promise<Buffer> =>
  contentOf(file, entry).catch((error: unknown) => {
    throw new ZipRefused('broken', error);
  });

/** No folder, and nothing that a system puts beside files. */
const isFile = ({ fileName }: Entry): boolean =>
  !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/') && !/(^|\/)(\.[^/]*|Thumbs\.db)$/i.test(fileName);
