import { isOffice } from '@konnekt/shared/basics/actor';
import { liveRoutes } from '@konnekt/shared/live/live.contract';
import { type LiveKind, liveKinds } from '@konnekt/shared/live/live.words';
import type { FastifyInstance } from 'fastify';
import type { Line } from '#api/kit/listen';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { rolesOfLive } from './live.repository.ts';
import { openStreams } from './live.streams.ts';

/** Proxies close what says nothing for half a minute. */
const BEAT_MS = 20_000;

/** Browsers hear at once that something changed for their account (docs/decisions/0057-live-says-only-that.md). */
export function registerLive(app: FastifyInstance, services: Services, line: Line): void {
  const streams = openStreams();
  const check = sessionCheck(services, streams);

  line.hear('live', (word) => {
    // While the line is down nobody knows; when it is up again, nobody knows what was missed.
    if (word === undefined) return line.isUp() ? streams.tell('any', () => true) : undefined;
    const [kind, told] = word.split(' ');
    if (!isKind(kind)) return;
    const people = new Set(told?.split(','));
    const concerns = told === 'office' ? isOffice : ({ personId }: { personId: string }) => people.has(personId);
    streams.tell(kind, (actor) => told === 'everybody' || concerns(actor));
  });
  line.hear('forget', (word) => check(/^session:(.+)$/.exec(word ?? '')?.[1]));
  const beat = setInterval(() => {
    streams.beat();
    check();
  }, BEAT_MS);
  beat.unref();
  // Before the server waits for what is open.
  app.addHook('preClose', async () => {
    clearInterval(beat);
    streams.endAll();
  });

  serve(app, services, liveRoutes, {
    'GET /api/live': async ({ actor, reply }) => {
      reply.sse.keepAlive();
      streams.add(actor, reply.sse);
      // Who comes (back) may have missed something, and knows that it is heard.
      streams.tell('any', (one) => one === actor);
      return undefined;
    },
  });
}

const isKind = (word: string | undefined): word is LiveKind => liveKinds.some((kind) => kind === word);

/** Closes the streams of sessions that ended, one look at a time: of one session, or of all that have a stream. */
function sessionCheck({ db }: Pick<Services, 'db'>, streams: ReturnType<typeof openStreams>) {
  let waiting: Set<string> | undefined;
  let isLooking = false;

  async function look(): Promise<void> {
    isLooking = true;
    while (waiting) {
      const asked = [...waiting];
      waiting = undefined;
      // A database that does not answer says nothing of sessions: it is asked again at the next beat.
      await rolesOfLive(db, asked).then(
        (live) => streams.keepOnly(live, asked),
        () => {},
      );
    }
    isLooking = false;
  }
  return (sessionId?: string) => {
    const open = streams.sessions();
    const asked = sessionId === undefined ? open : open.filter((one) => one === sessionId);
    if (asked.length === 0) return;
    waiting = new Set([...(waiting ?? []), ...asked]);
    if (!isLooking) void look();
  };
}
