import { expect, it } from 'vitest';
import { sheetHeading, sheetLine } from '../basics/sheet.ts';
import { readerColumns } from './reader.columns.ts';

it('a line of readers has days and times of Amsterdam, and nothing of who has not opened it', () => {
  const reader = { id: 'x', name: 'Eva Bos', isReader: true, detail: '1042', number: 2, sha256: 'ab' };
  const openedAt = '2026-11-21T23:05:00Z';
  expect(sheetHeading(readerColumns, 'nl')).toHaveLength(9);
  expect(sheetLine(readerColumns, { ...reader, openedAt, confirmedAt: null }, 'nl')).toEqual([
    ...['Eva Bos', '1042', 'ja', { day: '2026-11-22' }, '00:05', null, null, 2, 'ab'],
  ]);
  const none = { openedAt: null, confirmedAt: null, number: null, sha256: null, isReader: false };
  expect(sheetLine(readerColumns, { ...reader, ...none }, 'en').slice(2)).toEqual([
    'no',
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
