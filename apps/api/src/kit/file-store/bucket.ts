import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Problem } from '../problem.ts';
import type { FileStore, FileStores } from './file-store.ts';
import { incoming } from './incoming.ts';

/** Tells whoever asks for bytes of a bucket how to find it. The library is loaded by who has one. */
interface Bucket {
  name: string;
  client: S3Client;
  s3: typeof import('@aws-sdk/client-s3');
}

/**
 * A bucket of S3, or of what speaks like it: `s3://key:secret@host/bucket?region=…`, by TLS; `s3+http://` within one's own network. What comes
 * in lies on this machine until all of it is there: a bucket takes a file as a whole, or not.
 */
export function openBucket(url: URL): FileStores {
  let opened: Promise<Bucket> | undefined;
  const bucket = () => {
    opened ??= reach(url);
    return opened;
  };
  return { ...incoming(path.join(tmpdir(), 'konnekt-incoming')), of: (databaseId) => storeIn(bucket, databaseId) };
}

async function reach(url: URL): Promise<Bucket> {
  const s3 = await import('@aws-sdk/client-s3');
  const client = new s3.S3Client({
    endpoint: `${url.protocol === 's3:' ? 'https' : 'http'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    forcePathStyle: true,
    // Those that speak like S3 do not all know its newer sums; each file is sent with its SHA-256.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 4_000, requestTimeout: 60_000 },
  });
  return { s3, client, name: url.pathname.replaceAll('/', '') };
}

function storeIn(bucket: () => Promise<Bucket>, folder: string): FileStore {
  const keyOf = (sha256: string) => `${folder}/${sha256}`;
  async function keep({ path: file, sha256, size }: Parameters<FileStore['keep']>[0]): Promise<void> {
    const { name, client, s3 } = await bucket();
    const at = { Bucket: name, Key: keyOf(sha256) };
    const there = await client.send(new s3.HeadObjectCommand(at)).catch(goneOr);
    if (there?.ContentLength === size) return;
    const sum = Buffer.from(sha256, 'hex').toString('base64');
    const put = { ...at, Body: createReadStream(file), ContentLength: size, ChecksumSHA256: sum };
    await client.send(new s3.PutObjectCommand(put)).catch(laterOr);
  }
  return {
    prepare: keep,
    keep,
    async open(sha256) {
      const { name, client, s3 } = await bucket();
      const { Body } = await client.send(new s3.GetObjectCommand({ Bucket: name, Key: keyOf(sha256) })).catch(laterOr);
      return Body as Readable;
    },
    async remove(sha256) {
      const { name, client, s3 } = await bucket();
      await client.send(new s3.DeleteObjectCommand({ Bucket: name, Key: keyOf(sha256) })).catch(laterOr);
    },
    async *list(part) {
      const { name, client, s3 } = await bucket();
      let next: string | undefined;
      do {
        const asked = { Bucket: name, Prefix: keyOf(part), ContinuationToken: next };
        const page = await client.send(new s3.ListObjectsV2Command(asked)).catch(laterOr);
        for (const { Key = '', Size = 0, LastModified = new Date() } of page.Contents ?? [])
          yield { sha256: Key.slice(folder.length + 1), size: Size, at: LastModified };
        next = page.NextContinuationToken;
      } while (next);
    },
  };
}

interface BucketError extends Error {
  $metadata?: { httpStatusCode?: number };
}

/** Nothing where a bucket says that it has no such file. */
const goneOr = (error: BucketError): undefined =>
  error.$metadata?.httpStatusCode === 404 ? undefined : laterOr(error);

/** Not what was asked is wrong: later it may work, or the bucket refuses us or has lost it. That nobody is there at all is told as of a database. */
function laterOr(error: BucketError): never {
  const status = error.$metadata?.httpStatusCode ?? 0;
  const isLater = status >= 500 || error.name === 'TimeoutError';
  if (!isLater && status < 400) throw error;
  throw new Problem(isLater ? 'unavailable' : 'file-unreachable', {}, { cause: error });
}
