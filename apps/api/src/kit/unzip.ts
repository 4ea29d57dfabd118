import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { contentOf } from './zip-entry.ts';
import { type PackedName, packedName } from './zip-name.ts';

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

export interface Unpacked extends PackedName {
  /** None of one that is larger than one may be, or whose name is odd. */
  content: Buffer | undefined;
}

interface Part extends PackedName {
  entry: Entry;
}

/**
 * The files of a ZIP, one by one, and those that are not unpacked for their name or size. What it says of their sizes is judged before any is unpacked, and a file that is another size than was
 * said is refused while it is unpacked: no more than one of them is ever in memory. Throws `ZipRefused`.
 */
export async function* unzipped(path: string, limits: Limits): AsyncGenerator<Unpacked> {
  const file = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(
    (error: unknown) => {
      throw new ZipRefused('broken', error);
    },
  );
  try {
    const parts = await partsOf(file, limits);
    const total = parts.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
    const isBomb = total > SMALL_BYTES && total > file.fileSize * MOST_RATIO;
    if (isBomb || total > limits.mostTotalBytes) throw new ZipRefused('too-large');
    for (const { entry, ...named } of parts) {
      const isLeft = named.isOdd || entry.uncompressedSize > limits.mostBytes;
      yield { ...named, content: isLeft ? undefined : await unpacked(file, entry) };
    }
  } finally {
    file.close();
  }
}

async function partsOf(file: ZipFile, { mostFiles }: Limits): Promise<Part[]> {
  const parts: Part[] = [];
  try {
    if (file.entryCount > 2 * mostFiles) throw new ZipRefused('too-large');
    for await (const entry of file.eachEntry()) {
      const named = packedName(entry);
      if (!named.isNothing) parts.push({ ...named, entry });
      if (parts.length > mostFiles) throw new ZipRefused('too-large');
    }
    return parts;
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused('broken', error);
  }
}

const unpacked = (file: ZipFile, entry: Entry): Promise<Buffer> =>
  contentOf(file, entry).catch((error: unknown) => {
    throw new ZipRefused('broken', error);
  });
