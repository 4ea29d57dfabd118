import { expect, it } from 'vitest';
import { sheetHeading, sheetLine } from '../basics/sheet.ts';
import { readerColumns, readerLines } from './reader.columns.ts';

const reader = { id: 'x', name: 'Eva Bos', isReader: true, detail: '1042', version: 2, number: 2, confirmations: [] };
const openedAt = '2026-11-21T23:05:00Z';
const linesOf = (more: object, language: 'nl' | 'en' = 'nl') =>
  readerLines({ ...reader, openedAt: null, confirmedAt: null, ...more }).map((line) =>
    sheetLine(readerColumns, line, language),
  );

it('a line of readers has days and times of Amsterdam, and nothing of who has not opened it', () => {
  expect(sheetHeading(readerColumns, 'nl')).toHaveLength(10);
  expect(linesOf({ openedAt })).toEqual([
    ['Eva Bos', '1042', 'ja', 2, { day: '2026-11-22' }, '00:05', null, null, null, 2],
  ]);
  const [line] = linesOf({ number: null, isReader: false }, 'en');
  expect(line?.slice(2)).toEqual(['no', 2, null, null, null, null, null, null]);
});

it('each confirmation is a line: also of versions before the one that readers see', () => {
  const of = (number: number, at: string) => ({
    number,
    openedAt: `${at}T08:00:00Z`,
    at: `${at}T09:00:00Z`,
    sha256: `h${number}`,
  });
  const [now, before] = [of(2, '2026-11-21'), of(1, '2026-11-03')];
  const line = (version: number, day: string) => [version, { day }, '09:00', { day }, '10:00', `h${version}`];
  const lines = linesOf({ openedAt: now.openedAt, confirmedAt: now.at, confirmations: [now, before] });
  expect(lines.map((cells) => cells.slice(3, 9))).toEqual([line(2, '2026-11-21'), line(1, '2026-11-03')]);
  expect(linesOf({ number: 1, confirmations: [before] }).map((cells) => cells.slice(3, 9))).toEqual([
    [2, null, null, null, null, null],
    line(1, '2026-11-03'),
  ]);
});
