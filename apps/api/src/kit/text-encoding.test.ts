import { expect, it } from 'vitest';
import { encodeText } from './text-encoding.ts';

it('writes what Windows writes, and letters that it lacks without their marks', () => {
  const text = 'José Müller €\u00a07,50 “ok” – Šimůnková Žė 日 ł';
  const read = new TextDecoder('windows-1252').decode(encodeText(text, 'windows-1252'));
  expect(read).toBe('José Müller €\u00a07,50 “ok” – Šimunková Že ? ?');
});

it('says that it is UTF-8 where that is asked for', () => {
  expect([...encodeText('é', 'utf-8')]).toEqual([0xc3, 0xa9]);
  expect([...encodeText('é', 'utf-8-bom')]).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa9]);
});
