import type { FastifyInstance } from 'fastify';
import type { Client } from './build-app.ts';

/** A stream of events as a browser has it, over a real connection. */
export async function openEvents(app: FastifyInstance, client: Client, headers: Record<string, string> = {}) {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const cookie = Object.entries(client.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const stop = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/api/live`, {
    headers: { cookie, accept: 'text/event-stream', ...headers },
    signal: stop.signal,
  });
  const heard: string[] = [];
  let isOpen = true;
  const read = async () => {
    const text = new TextDecoder();
    for await (const piece of answer.body ?? [])
      heard.push(
        ...[...text.decode(piece as Uint8Array, { stream: true }).matchAll(/^event: (.*)$/gm)].map(
          ([, name]) => name ?? '',
        ),
      );
  };
  const ended = read()
    .catch(() => {})
    .then(() => {
      isOpen = false;
    });
  return { answer, heard, ended, isOpen: () => isOpen, close: () => stop.abort() };
}
