import { type LiveKind, liveKinds } from '@konnekt/shared/live/live.words';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readSessionHint } from '../kit/storage/session-hint.ts';
import { askAnew } from './ask-anew.ts';
import { call } from './client.ts';

/** Asks anew, in this tab, for what changed for this account wherever that was. What begins with the name of a kind is of that kind. */
export function useLive(accountId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => hearLive(accountId, (kind) => askAnew(queryClient, [kind])), [accountId, queryClient]);
}

/**
 * One stream for all tabs of a browser, which has but six connections to a server over HTTP/1.1: the tab whose turn it is holds the stream and
 * tells the others; when it is closed another takes over. Where tabs cannot take turns (browsers have locks only in a secure context) there is no
 * stream, and screens ask now and then as they always do. A tab that begins to listen, or that was put aside, may have missed something of any kind.
 * Returns how to stop.
 */
export function hearLive(accountId: string, hear: (kind: LiveKind) => void): () => void {
  if (!navigator.locks) return () => {};
  const stop = new AbortController();
  const name = `konnekt-live.${accountId}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => liveKinds.includes(data) && hear(data);
  const tell = (kind: LiveKind) => {
    hear(kind);
    channel.postMessage(kind);
  };
  const hearAll = () => liveKinds.forEach(hear);
  whenTakenUp(hearAll, stop.signal);
  const lead = () => keepStream(stop.signal, tell);
  takeTurns(name, { lead, follow: hearAll }, stop.signal);
  return () => {
    stop.abort();
    channel.close();
  };
}

/** Leads at once or after others did. Who leads is told by the stream what it may have missed; who follows is told by nobody. */
function takeTurns(name: string, act: { lead: () => Promise<void>; follow: () => void }, signal: AbortSignal): void {
  const { locks } = navigator;
  const begin = async () => {
    const isFree = await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock && !signal.aborted) await act.lead();
      return lock !== null;
    });
    if (isFree || signal.aborted) return;
    act.follow();
    await locks.request(name, { signal }, act.lead);
  };
  // What is called off ends by an error.
  begin().catch(() => {});
}

/** A page that was left and is gone back to, or that the browser put to sleep, heard nothing meanwhile. */
function whenTakenUp(act: () => void, signal: AbortSignal): void {
  window.addEventListener('pageshow', ({ persisted }) => persisted && act(), { signal });
  document.addEventListener('resume', act, { signal });
}

const [SHORTEST_PAUSE, LONGEST_PAUSE] = [1_000, 60_000];
/** One that broke sooner did not work. */
const WORKED_AFTER = 10_000;
/** The server gives a sign of life each twenty seconds. */
const SILENCE = 50_000;

/** A stream, and another one when it broke: after a pause that grows while none works, and at once when the device is online again. */
async function keepStream(signal: AbortSignal, tell: (kind: LiveKind) => void): Promise<void> {
  for (let pause = SHORTEST_PAUSE; ; ) {
    const begun = Date.now();
    await stream(signal, tell);
    if (signal.aborted) return;
    pause = Date.now() - begun > WORKED_AFTER ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
    // Not everybody's at the same moment, after a restart.
    await whilePausing(pause * (0.7 + Math.random() * 0.6), signal);
  }
}

/** Until it breaks, falls silent or is called off. */
async function stream(signal: AbortSignal, tell: (kind: LiveKind) => void): Promise<void> {
  const { state } = readSessionHint();
  if (state === 'none') return;
  // Events carry no renewal: a question does. Whether somebody has to log in again is asked by the screens.
  if (state === 'expired') await call('GET /api/me', undefined, { signal, whenSignedOut: 'throw' }).catch(() => {});
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const source = new EventSource('/api/live');
    let silence = setTimeout(end, SILENCE);
    function end() {
      clearTimeout(silence);
      signal.removeEventListener('abort', end);
      source.close();
      resolve();
    }
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(end, SILENCE);
    };
    signal.addEventListener('abort', end);
    source.onerror = end;
    source.addEventListener('beat', alive);
    for (const kind of liveKinds) {
      source.addEventListener(kind, () => {
        alive();
        tell(kind);
      });
    }
  });
}

const whilePausing = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      window.removeEventListener('online', end);
      resolve();
    }
    signal.addEventListener('abort', end);
    window.addEventListener('online', end);
  });
