import type { Actor } from '@konnekt/shared/basics/actor';
import { expect, it } from 'vitest';
import { type EventSink, openStreams } from './live.streams.ts';

const actor = { sessionId: 's', role: 'staff' } as Actor;

/** Takes what it is sent only when it is told to. */
function slowReader() {
  const sent: string[] = [];
  let take = () => {};
  let isClosed = false;
  const sink: EventSink = {
    send: (event) => {
      sent.push(typeof event === 'string' ? event : event.event);
      return new Promise((resolve) => {
        take = resolve;
      });
    },
    close: () => {
      isClosed = true;
    },
    onClose: () => {},
  };
  return { sink, sent, take: () => take(), isClosed: () => isClosed };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('who reads slowly is told once of all that changed meanwhile, and nothing piles up', async () => {
  const streams = openStreams();
  const { sink, sent, take } = slowReader();
  streams.add(actor, sink);
  for (let n = 0; n < 100; n++) streams.tell('messages', () => true);
  expect(sent).toEqual(['messages']);
  take();
  await settled();
  expect(sent).toEqual(['messages', 'messages']);
  take();
  await settled();
  expect(sent).toHaveLength(2);
});

it('who takes nothing for some beats is gone', async () => {
  const streams = openStreams();
  const { sink, isClosed } = slowReader();
  streams.add(actor, sink);
  streams.tell('notices', () => true);
  for (let n = 0; n < 3; n++) streams.beat();
  expect([isClosed(), streams.count()]).toEqual([true, 0]);
});
