import { Worker } from 'node:worker_threads';
import type { PdfAnswer, PdfOrder } from './pdf.worker.ts';

const waiting = new Map<number, { done: (pdf: Uint8Array) => void; failed: (error: Error) => void }>();
let worker: Worker | undefined;
let lastId = 0;

/** One thread draws, one after another; it is there from the first page on, and holds no process up. */
export function draw(order: Omit<PdfOrder, 'id'>): Promise<Uint8Array> {
  worker ??= start();
  const id = ++lastId;
  return new Promise((done, failed) => {
    waiting.set(id, { done, failed });
    worker?.ref();
    worker?.postMessage({ id, ...order });
  });
}

function start(): Worker {
  const started = new Worker(new URL('./pdf.worker.ts', import.meta.url));
  started.on('message', (answer: PdfAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) started.unref();
    if ('pdf' in answer) asked?.done(answer.pdf);
    else asked?.failed(new Error(`The document could not be drawn: ${answer.error}`));
  });
  const end = (error: Error) => {
    worker = undefined;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  started.on('error', end);
  started.on('exit', () => end(new Error('The thread that draws documents ended')));
  return started;
}
