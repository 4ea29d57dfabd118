import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** As much of S3 as the store asks for, in memory: it stands in for a bucket, and lists two at a time. */
export async function startSmallBucket() {
  const kept = new Map<string, { bytes: Buffer; at: Date }>();
  let isBroken = false;
  const server = createServer(async (request, reply) => {
    const url = new URL(request.url ?? '/', 'http://bucket');
    const body = await buffer(request);
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    const found = kept.get(key);
    if (isBroken) return reply.writeHead(503).end();
    if (!request.headers.authorization?.includes('Credential=sleutel/')) return reply.writeHead(403).end();
    if (request.method === 'PUT') kept.set(key, { bytes: body, at: new Date() });
    if (request.method === 'DELETE') kept.delete(key);
    if (request.method === 'PUT') return reply.writeHead(200, { etag: '"x"' }).end();
    if (request.method === 'DELETE') return reply.writeHead(204).end();
    if (url.searchParams.has('list-type')) return reply.writeHead(200, xml).end(listed(kept, url.searchParams));
    if (!found) return reply.writeHead(404, xml).end('<Error><Code>NoSuchKey</Code></Error>');
    reply.writeHead(200, { 'content-length': found.bytes.length });
    return reply.end(request.method === 'HEAD' ? undefined : found.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `s3+http://sleutel:ge%2Fheim@127.0.0.1:${(server.address() as AddressInfo).port}/bestanden?region=eu-west-1`,
    kept,
    breakDown: (broken: boolean) => {
      isBroken = broken;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const xml = { 'content-type': 'application/xml' };

function listed(kept: ReadonlyMap<string, { bytes: Buffer; at: Date }>, asked: URLSearchParams): string {
  const names = [...kept.keys()].filter((key) => key.startsWith(asked.get('prefix') ?? '')).toSorted();
  const from = Number(asked.get('continuation-token') ?? 0);
  const page = names.slice(from, from + 2).map((key) => {
    const { bytes, at } = kept.get(key) ?? { bytes: Buffer.alloc(0), at: new Date() };
    return `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`;
  });
  const isMore = names.length > from + 2;
  return `<ListBucketResult><IsTruncated>${isMore}</IsTruncated>${isMore ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''}${page.join('')}</ListBucketResult>`;
}
