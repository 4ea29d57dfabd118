import type { Actor } from '@konnekt/shared/basics/actor';
import { type LiveKind, liveKinds } from '@konnekt/shared/live/live.words';
import { Problem } from '#api/kit/problem';

/** What a stream is written to: `send` resolves when its reader has taken it. */
export interface EventSink {
  send(event: { event: string; data: string } | string): Promise<void>;
  close(): void;
  onClose(callback: () => void): void;
}

interface Stream {
  actor: Actor;
  sessionId: string;
  sink: EventSink;
  /** What changed while its reader had not taken what was sent before: told once, whatever the number of times. */
  pending: Set<LiveKind>;
  isSending: boolean;
  /** Beats that went by while its reader took nothing. */
  missedBeats: number;
}

/** Browsers have one stream each; some cannot see to it, and a page that is left closes its own a moment after the next began. */
const MOST_OF_SESSION = 6;
const MOST_MISSED_BEATS = 2;

/** The open streams of this process. */
export function openStreams() {
  const streams = new Set<Stream>();

  async function flush(stream: Stream): Promise<void> {
    if (stream.isSending) return;
    stream.isSending = true;
    while (stream.pending.size > 0 && streams.has(stream)) {
      const [kind] = stream.pending;
      if (!kind) break;
      stream.pending.delete(kind);
      // One that is gone is taken away by `onClose`.
      await stream.sink.send({ event: kind, data: '' }).catch(() => {});
      stream.missedBeats = 0;
    }
    stream.isSending = false;
  }
  function end(stream: Stream): void {
    streams.delete(stream);
    stream.sink.close();
  }

  return {
    /** Throws `too-fast` for a session that has as many as one can have. */
    add(actor: Actor, sink: EventSink): void {
      const sessionId = actor.sessionId ?? '';
      const ofSession = [...streams].filter((one) => one.sessionId === sessionId);
      if (ofSession.length >= MOST_OF_SESSION) throw new Problem('too-fast', { retryAfterSeconds: 60 });
      const stream: Stream = { actor, sessionId, sink, pending: new Set(), isSending: false, missedBeats: 0 };
      streams.add(stream);
      sink.onClose(() => streams.delete(stream));
    },
    /** Tells those whom it concerns that something of a kind, or of any, changed. */
    tell(kind: LiveKind | 'any', concerns: (actor: Actor) => boolean): void {
      for (const stream of streams) {
        if (!concerns(stream.actor)) continue;
        for (const one of kind === 'any' ? liveKinds : [kind]) stream.pending.add(one);
        void flush(stream);
      }
    },
    /** A sign of life, so that nothing in between closes what is quiet; who has taken nothing for some beats is gone. */
    beat(): void {
      for (const stream of streams) {
        if (stream.isSending && ++stream.missedBeats > MOST_MISSED_BEATS) end(stream);
        else if (!stream.isSending) {
          stream.isSending = true;
          void stream.sink
            .send({ event: 'beat', data: '' })
            .catch(() => {})
            .then(() => {
              stream.isSending = false;
              stream.missedBeats = 0;
              return flush(stream);
            });
        }
      }
    },
    sessions: (): string[] => [...new Set([...streams].map(({ sessionId }) => sessionId))],
    /** Ends those of sessions that are not there any more, or of somebody whose role is another by now. */
    keepOnly(live: ReadonlyMap<string, string>, asked: readonly string[]): void {
      for (const stream of streams) {
        const { sessionId, actor } = stream;
        if (asked.includes(sessionId) && live.get(sessionId) !== actor.role) end(stream);
      }
    },
    endAll(): void {
      for (const stream of streams) end(stream);
    },
    count: (): number => streams.size,
  };
}
