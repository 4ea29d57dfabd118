import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unlessDone } from './stamp.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stamp-'));
  writeFileSync(path.join(folder, 'source'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const build = () => {
  const stamp = {
    file: path.join(folder, 'stamps/build'),
    inputs: [path.join(folder, 'source')],
    outputs: [path.join(folder, 'output')],
  };
  return unlessDone(stamp, async () => writeFileSync(path.join(folder, 'output'), ''));
};

it('does the work once', async () => {
  expect([await build(), await build()]).toEqual([true, false]);
});

it('does the work again when a source changed', async () => {
  await build();
  writeFileSync(path.join(folder, 'source'), 'two');
  expect(await build()).toBe(true);
});

it('does the work again when its outcome is gone', async () => {
  await build();
  rmSync(path.join(folder, 'output'));
  expect(await build()).toBe(true);
});

it('does the work again when it was broken off', async () => {
  await build();
  writeFileSync(path.join(folder, 'source'), 'two');
  const stamp = { file: path.join(folder, 'stamps/build'), inputs: [], outputs: [] };
  await expect(unlessDone(stamp, () => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off');
  writeFileSync(path.join(folder, 'source'), 'one');
  expect(await build()).toBe(true);
});
