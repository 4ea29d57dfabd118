import { describe, expect, it } from 'vitest';
import { cancel, changedRows, changeRows, longestPast, redo, settleRows, sheetOf, undo } from './grid-sheet.ts';
import { hoursKey, withText } from './typed-hours.ts';

const hours = (text: string) => ({
  form: 1 as const,
  sheet: withText({ rows: [], cells: {}, remark: '' }, hoursKey('normal', null), text),
  basedOn: null,
  tried: null,
});

describe('undo', () => {
  it('takes back a whole paste, and then what was typed before', () => {
    const typed = changeRows(sheetOf({}), { anna: hours('8') }, 'anna normal');
    const pasted = changeRows(typed, { anna: hours('9'), bram: hours('7') });
    expect(undo(pasted).typed).toEqual({ anna: hours('8') });
    expect(undo(undo(pasted)).typed).toEqual({});
    expect(undo(undo(undo(pasted))).typed).toEqual({});
  });

  it('takes the letters of one cell back together', () => {
    let sheet = sheetOf({});
    for (const text of ['3', '38', '38,', '38,5']) sheet = changeRows(sheet, { anna: hours(text) }, 'anna normal');
    sheet = changeRows(sheet, { anna: hours('38,5'), bram: hours('4') }, 'bram normal');
    expect(undo(sheet).typed).toEqual({ anna: hours('38,5') });
    expect(undo(undo(sheet)).typed).toEqual({});
  });

  it('brings nothing back of rows that were sent', () => {
    const first = changeRows(sheetOf({}), { anna: hours('8') });
    const sheet = settleRows(changeRows(first, { bram: hours('7') }), ['anna']);
    expect(sheet.typed).toEqual({ bram: hours('7') });
    expect(undo(sheet).typed).toEqual({});
  });

  it('keeps what was typed while a row was being saved, and takes only that back', () => {
    const sent = changeRows(sheetOf({}), { anna: hours('8') });
    const since = { ...hours('85'), basedOn: { id: 'worksheet', version: 1, lines: [], remark: null } };
    const sheet = settleRows(changeRows(sent, { anna: hours('85') }), ['anna'], { anna: since });
    expect(sheet.typed).toEqual({ anna: since });
    expect(undo(sheet).typed).toEqual({});
  });

  it('does again what was taken back, until something else is typed', () => {
    const sheet = changeRows(changeRows(sheetOf({}), { anna: hours('8') }), { bram: hours('7') });
    const back = undo(undo(sheet));
    expect(redo(redo(back)).typed).toEqual(sheet.typed);
    expect(undo(redo(back)).typed).toEqual({});
    expect(redo(changeRows(back, { carla: hours('1') })).typed).toEqual({ carla: hours('1') });
  });

  it('leaves a cell as it was before this visit, and no trace of it', () => {
    const before = changeRows(sheetOf({}), { anna: hours('8') }, 'anna normal 1');
    const typed = changeRows(
      changeRows(before, { anna: hours('9') }, 'anna normal 2'),
      { anna: hours('95') },
      'anna normal 2',
    );
    expect(cancel(typed, 'anna normal 2')).toEqual(before);
    expect(cancel(before, 'anna normal 2')).toBe(before);
  });

  it('has an end', () => {
    let sheet = sheetOf({});
    for (let n = 0; n < longestPast + 20; n += 1) sheet = changeRows(sheet, { anna: hours(String(n)) });
    expect(sheet.past).toHaveLength(longestPast);
  });
});

describe('what the device is asked to keep', () => {
  it('is only the rows that changed', () => {
    const [anna, bram] = [hours('8'), hours('7')];
    expect(changedRows({ anna, bram }, { anna, bram: hours('9') })).toEqual(['bram']);
    expect(changedRows({ anna }, {})).toEqual(['anna']);
  });
});
