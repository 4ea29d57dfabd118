import type { StoredFile } from '@konnekt/shared/files/file.contract';
import type { FilePurpose } from '@konnekt/shared/files/file.words';
import { useEffect, useRef, useState } from 'react';
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
export type Unfit = 'empty' | 'large';

/** So many are on their way at a time; the others wait their turn. */
const AT_ONCE = 2;

const anew = (key: string, file: File, unfit?: Unfit): Uploading => ({
  ...{ key, file, part: 0, isOffline: false },
  ...(unfit ? { state: 'refused', unfit } : { state: 'waiting' }),
});

/** Several files that are handed in, each by itself: how far each is, and what became of it. `newKey` names them. */
export function useUploads(purposeOf: FilePurpose | ((file: File) => FilePurpose), newKey: () => string) {
  const [items, setItems] = useState<readonly Uploading[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const change = (key: string, what: Partial<Uploading>) =>
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...what } : item)));

  function start({ key, file }: Uploading): void {
    const stop = new AbortController();
    stops.current.set(key, stop);
    change(key, { state: 'under-way' });
    const purpose = typeof purposeOf === 'function' ? purposeOf(file) : purposeOf;
    upload({ purpose, file, signal: stop.signal, onProgress: (part, isOffline) => change(key, { part, isOffline }) })
      .then(
        (stored) => change(key, { state: 'there', stored, part: 1, isOffline: false }),
        (problem: unknown) => change(key, { state: 'refused', problem, isOffline: false }),
      )
      .finally(() => stops.current.delete(key));
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

  return {
    items,
    isBusy: items.some(({ state }) => state === 'waiting' || state === 'under-way'),
    /** Those that did not come: the rest is not sent as if they had. */
    refused: items.filter(({ state }) => state === 'refused').map(({ file }) => file.name),
    add: (files: readonly File[], unfitOf?: (file: File) => Unfit | undefined) =>
      setItems((before) => [...before, ...files.map((file) => anew(newKey(), file, unfitOf?.(file)))]),
    retry: (key: string) =>
      setItems((before) => before.map((item) => (item.key === key ? anew(key, item.file) : item))),
    remove: (key: string) => {
      stops.current.get(key)?.abort();
      setItems((before) => before.filter((item) => item.key !== key));
    },
    clear: () => setItems([]),
  };
}
export type Uploads = ReturnType<typeof useUploads>;
