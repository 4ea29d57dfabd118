import type { StoredFile } from '@konnekt/shared/files/file.contract';
import type { FilePurpose } from '@konnekt/shared/files/file.words';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ConnectionProblem } from '../../api/problem.ts';
import { upload } from '../../api/upload.ts';

/** A file that waits for its turn, is on its way, there, or refused. */
export interface Uploading {
  key: string;
  file: File;
  state: 'waiting' | 'under-way' | 'there' | 'refused';
  /** From 0 to 1. */
  part: number;
  /** There is no connection: it goes on by itself. */
  isOffline: boolean;
  stored?: StoredFile;
  problem?: unknown;
  /** Seen here, before anything was sent: another one is to be chosen. */
  unfit?: Unfit;
}
type Unfit = 'empty' | 'large';

/** So many are on their way at a time; the others wait their turn. */
const AT_ONCE = 2;

const anew = (key: string, file: File, unfit?: Unfit): Uploading => ({
  ...{ key, file, part: 0, isOffline: false },
  ...(unfit ? { state: 'refused', unfit } : { state: 'waiting' }),
});

/**
 * Several files that are handed in, each by itself: how far each is, and what became of it. `newKey` names them. One that is there stays in
 * the list, or is `onThere`'s. What a lost connection kept from coming is tried again once there is one.
 */
export function useUploads(
  purposeOf: FilePurpose | ((file: File) => FilePurpose),
  newKey: () => string,
  onThere?: (stored: StoredFile) => void,
) {
  const [items, setItems] = useState<readonly Uploading[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const keys = useRef(new Set<string>());
  const change = (key: string, what: Partial<Uploading>) =>
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...what } : item)));
  const take = (key: string) => {
    keys.current.delete(key);
    setItems((before) => before.filter((item) => item.key !== key));
  };
  const isLost = ({ state, problem, isOffline }: Uploading) =>
    isOffline || (state === 'refused' && problem instanceof ConnectionProblem);

  function start({ key, file }: Uploading): void {
    const stop = new AbortController();
    stops.current.set(key, stop);
    change(key, { state: 'under-way' });
    const purpose = typeof purposeOf === 'function' ? purposeOf(file) : purposeOf;
    const isStopped = () => stop.signal.aborted;
    const onProgress = (part: number, isOffline: boolean) => isStopped() || change(key, { part, isOffline });
    upload({ purpose, file, signal: stop.signal, onProgress })
      .then(
        (stored) => {
          if (isStopped()) return;
          if (!onThere) return change(key, { state: 'there', stored, part: 1, isOffline: false });
          take(key);
          onThere(stored);
        },
        (problem: unknown) => isStopped() || change(key, { state: 'refused', problem, isOffline: false }),
      )
      .finally(() => {
        if (stops.current.get(key) === stop) stops.current.delete(key);
      });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks at the files alone
  useEffect(() => {
    const room = AT_ONCE - items.filter(({ state }) => state === 'under-way').length;
    for (const item of items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, room))) start(item);
  }, [items]);
  useEffect(
    () => () => {
      for (const stop of stops.current.values()) stop.abort();
    },
    [],
  );

  const again = (which: (item: Uploading) => boolean) => {
    for (const { key } of items.filter(which)) stops.current.get(key)?.abort();
    setItems((before) => before.map((item) => (which(item) ? anew(item.key, item.file) : item)));
  };
  useEffect(() => {
    const retry = () => again(isLost);
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  });

  return {
    items,
    isBusy: items.some(({ state }) => state === 'waiting' || state === 'under-way'),
    /** Those that did not come: the rest is not sent as if they had. */
    refused: items.filter(({ state }) => state === 'refused').map(({ file }) => file.name),
    /** At this moment, whatever was drawn: for who asks before it is left. */
    hasAny: useCallback(() => keys.current.size > 0, []),
    add: (files: readonly File[], unfitOf?: (file: File) => Unfit | undefined) => {
      const added = files.map((file) => anew(newKey(), file, unfitOf?.(file)));
      for (const { key } of added) keys.current.add(key);
      setItems((before) => [...before, ...added]);
    },
    retry: (key: string) => again((item) => item.key === key),
    remove: (key: string) => {
      stops.current.get(key)?.abort();
      take(key);
    },
    clear: () => {
      keys.current.clear();
      setItems([]);
    },
  };
}
export type Uploads = ReturnType<typeof useUploads>;
