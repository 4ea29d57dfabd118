// @vitest-environment jsdom
// biome-ignore-all lint/suspicious/noDocumentCookie: jsdom has no cookie store
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearLive } from './live.ts';

/** Browsers' stream of events: each one that was opened. */
class Source extends EventTarget {
  static opened: Source[] = [];
  onerror: (() => void) | undefined;
  isOpen = true;
  constructor() {
    super();
    Source.opened.push(this);
  }
  close() {
    this.isOpen = false;
  }
  say(kind: string) {
    this.dispatchEvent(new Event(kind));
  }
}
/** Locks as a browser has them: one holder of a name, the others wait their turn or go without. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  type Options = { signal?: AbortSignal; ifAvailable?: boolean };
  return {
    request: async (_: string, { signal, ifAvailable }: Options, act: (lock: object | null) => Promise<unknown>) => {
      if (ifAvailable && waiting > 0) return act(null);
      waiting += 1;
      const mine = last.then(() => (signal?.aborted ? undefined : act({}))).finally(() => (waiting -= 1));
      last = mine;
      return mine;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.stubGlobal('EventSource', Source);
  Object.defineProperty(navigator, 'locks', { value: locks(), configurable: true });
  document.cookie = 'konnekt_session=nl';
  document.cookie = 'konnekt_fresh=1';
  Source.opened = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const open = () => Source.opened.filter(({ isOpen }) => isOpen);
/** `setTimeout` is the test's. */
const settled = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(0);
  });

describe('the stream of a browser', () => {
  it('is one, whatever the number of tabs; all hear it, and another takes over', async () => {
    const heard: string[] = [];
    const tabs = [1, 2, 3].map((tab) => hearLive('a', (kind) => heard.push(`${tab} ${kind}`)));
    await settled();
    expect(open()).toHaveLength(1);
    heard.length = 0;
    open()[0]?.say('notices');
    await vi.waitFor(() => expect(heard.sort()).toEqual(['1 notices', '2 notices', '3 notices']));
    tabs[0]?.();
    await settled();
    expect(open()).toHaveLength(1);
    open()[0]?.say('messages');
    await vi.waitFor(() => expect(heard).toContain('3 messages'));
    expect(heard).not.toContain('1 messages');
    for (const stop of tabs) stop();
    await settled();
    expect(open()).toHaveLength(0);
  });

  it('tells who comes to it later, and who was put aside, that anything may have happened', async () => {
    const heard: string[] = [];
    const hear = (tab: number) => hearLive('d', (kind) => heard.push(`${tab} ${kind}`));
    const first = hear(1);
    await settled();
    // The stream tells the one who holds it.
    expect(heard).toEqual([]);
    const second = hear(2);
    await settled();
    expect(heard.sort()).toEqual(['2 documents', '2 messages', '2 notices']);
    const shown = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });
    heard.length = 0;
    window.dispatchEvent(shown(false));
    expect(heard).toEqual([]);
    second();
    window.dispatchEvent(shown(true));
    document.dispatchEvent(new Event('resume'));
    expect(heard).toEqual(
      ['messages', 'notices', 'documents', 'messages', 'notices', 'documents'].map((kind) => `1 ${kind}`),
    );
    first();
    await settled();
    expect(open()).toHaveLength(0);
  });

  it('comes back after pauses that grow while none works, and when it falls silent', async () => {
    const stop = hearLive('b', () => {});
    await settled();
    const pauses: number[] = [];
    for (let n = 0; n < 8; n++) {
      const before = Date.now();
      open()[0]?.onerror?.();
      await settled();
      while (open().length === 0) {
        await vi.advanceTimersByTimeAsync(100);
        await settled();
      }
      pauses.push(Date.now() - before);
    }
    expect(pauses[1]).toBeGreaterThan(2_000);
    expect(pauses[7]).toBeGreaterThan(40_000);
    expect(Math.max(...pauses)).toBeLessThan(80_000);
    const count = Source.opened.length;
    await vi.advanceTimersByTimeAsync(52_000);
    await settled();
    await vi.advanceTimersByTimeAsync(3_000);
    await settled();
    expect(Source.opened).toHaveLength(count + 1);
    stop();
  });

  it('is none where tabs cannot take turns, or nobody is logged in', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    hearLive('c', () => {})();
    Object.defineProperty(navigator, 'locks', { value: locks(), configurable: true });
    document.cookie = 'konnekt_session=none';
    const stop = hearLive('c', () => {});
    await settled();
    expect(Source.opened).toEqual([]);
    stop();
  });
});
