/**
 * How many bytes a ZIP file says that it unpacks to, by its central directory (APPNOTE.TXT 4.3.12 and 4.3.16); nothing when there
 * is none that can be read. A small file may hold a very large one.
 */
export function unpackedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + 22 > zip.length) return undefined;
  let place = zip.readUInt32LE(end + 16);
  let size = 0;
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (place + 46 > zip.length || !zip.subarray(place, place + 4).equals(ENTRY)) return undefined;
    size += zip.readUInt32LE(place + 24);
    place += 46 + zip.readUInt16LE(place + 28) + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  return size;
}

const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');
const ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');
