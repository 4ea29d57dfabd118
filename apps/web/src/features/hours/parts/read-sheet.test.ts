import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOfLines } from './cells-of-lines.ts';
import { parseBreak } from './parse-break.ts';
import { echoOfHours, readSheet } from './read-sheet.ts';
import { isSameContent, meaningOfLine } from './same-content.ts';
import { withoutSent } from './same-text.ts';
import { blankCell, cellKey, sheetFrom, type TypedSheet } from './sheet.ts';
import { normal, overtime, rules, sick, typed, week } from './sheet-test-data.ts';
import { clockChangeIn, endsNextDay } from './typed-times.ts';

/** Lines as they can be stored: hours of any length, or a shift of the start of the day; a few of one type on one day too. */
const line = fc.record({
  hourTypeId: fc.constantFrom(normal, overtime, sick),
  date: fc.constantFrom(...week),
  minutes: fc.integer({ min: 1, max: 100 }),
  budgetNumber: fc.option(fc.constantFrom('BN-1', 'BN-2')),
  remark: fc.option(fc.constantFrom('Later begonnen', 'Ingewerkt')),
});
const lines = fc
  .array(line, { maxLength: 14 })
  .map((all): HourLineInput[] =>
    all.map((one) => ({ ...one, quantity: null, startsAt: null, endsAt: null, breakMinutes: null })),
  );
const language = fc.constantFrom('nl' as const, 'en' as const);
const meanings = (all: HourLineInput[]) => all.map(meaningOfLine).sort();

describe('lines in the grid and back', () => {
  it('are the same lines, whatever they are', () => {
    fc.assert(
      fc.property(lines, language, (stored, spoken) => {
        const read = readSheet(sheetFrom(cellsOfLines(stored, spoken), 'Drukke week', normal), rules);
        expect(read.problems).toEqual([]);
        expect(meanings(read.lines)).toEqual(meanings(stored));
        expect(read.remark).toBe('Drukke week');
      }),
    );
  });

  it('keep start, end and break', () => {
    const shift: HourLineInput = {
      hourTypeId: normal,
      date: '2026-11-16',
      minutes: 450,
      quantity: null,
      startsAt: '22:00',
      endsAt: '06:00',
      breakMinutes: 30,
      budgetNumber: 'BN-1',
      remark: null,
    };
    const early = { ...shift, minutes: 180, startsAt: '07:00', endsAt: '10:00', breakMinutes: 0 };
    const read = readSheet(sheetFrom(cellsOfLines([shift, early], 'nl'), '', normal), rules);
    expect(read.lines).toEqual([shift, early]);
  });

  it('sum to what was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1440 }), { minLength: 7, maxLength: 7 }), (minutes) => {
        const sheet = typed(
          Object.fromEntries(
            minutes.map((one, day) => [week[day] ?? '', `${Math.floor(one / 60)}:${`${one % 60}`.padStart(2, '0')}`]),
          ),
        );
        const sum = readSheet(sheet, rules).lines.reduce((total, one) => total + one.minutes, 0);
        expect(sum).toBe(minutes.reduce((total, one) => total + one, 0));
      }),
    );
  });

  it('has no line for an empty cell or a zero', () => {
    expect(readSheet(typed({ '2026-11-16': ' ', '2026-11-17': '0', '2026-11-18': '0:00' }), rules)).toMatchObject({
      lines: [],
      problems: [],
    });
  });

  it('has one line for one cell, in the order of the days', () => {
    const read = readSheet(typed({ '2026-11-18': '8', '2026-11-16': '7,5' }), rules);
    expect(read.lines.map(({ date, minutes }) => [date, minutes])).toEqual([
      ['2026-11-16', 450],
      ['2026-11-18', 480],
    ]);
  });
});

describe('what was typed wrong', () => {
  const problems = (sheet: TypedSheet) => readSheet(sheet, rules).problems.map(({ field, code }) => [field, code]);
  const key = cellKey(`${normal}.1`, '2026-11-16');
  const withCell = (cell: object) => ({ ...typed({}), cells: { [key]: { ...blankCell('hours', null), ...cell } } });

  it.each([
    ['8 or so', 'hours-not-understood'],
    ['2460', 'hours-not-understood'],
    ['€ 7,50', 'hours-are-money'],
    ['-4', 'hours-negative'],
    ['7,333', 'hours-too-fine'],
    ['25', 'day-overfull'],
  ])('says of "%s" that it is %s', (text, code) => {
    expect(problems(withCell({ hours: text }))).toEqual([['hours', code]]);
  });

  it('does not lose a remark without hours', () => {
    expect(problems(withCell({ remark: 'Vrij' }))).toEqual([['hours', 'hours-missing']]);
  });

  it('asks for the end of a shift', () => {
    expect(problems(withCell({ by: 'times', start: '7' }))).toEqual([['end', 'end-missing']]);
  });

  it('refuses a break as long as the shift', () => {
    expect(problems(withCell({ by: 'times', start: '7', end: '8', pause: '90' }))).toEqual([
      ['pause', 'break-too-long'],
    ]);
  });

  it('sees shifts that overlap, over midnight too', () => {
    const night = { ...blankCell('times', null), start: '22:00', end: '06:00' };
    const early = { ...blankCell('times', null), start: '5:00', end: '9:00' };
    const sheet = sheetFrom(
      [
        { hourTypeId: normal, date: '2026-11-16', cell: night },
        { hourTypeId: normal, date: '2026-11-17', cell: early },
      ],
      '',
      normal,
    );
    expect(problems(sheet)).toEqual([['start', 'times-overlap']]);
  });
});

describe('a shift over the clock change', () => {
  const night = (date: string, start: string, end: string, period: { startsOn: string; endsOn: string }) => {
    const cell = { ...blankCell('times', null), start, end };
    const sheet = sheetFrom([{ hourTypeId: normal, date, cell }], '', normal);
    return readSheet(sheet, { ...rules, period: { ...rules.period, ...period } }).lines.map(({ minutes }) => minutes);
  };

  it('is an hour shorter in March and an hour longer in October', () => {
    expect(night('2026-03-28', '22:00', '06:00', { startsOn: '2026-03-23', endsOn: '2026-03-29' })).toEqual([420]);
    expect(night('2026-10-24', '22:00', '06:00', { startsOn: '2026-10-19', endsOn: '2026-10-25' })).toEqual([540]);
  });
});

describe('the echo of hours', () => {
  it.each([
    ['7,5', '7:30'],
    ['8', '8:00'],
    ['12.5', '12:30'],
    ['7u30', '7:30'],
    ['7.30', '7:18'],
    ['730', '7:30'],
  ])('says that %s is %s', (text, clock) => expect(echoOfHours(text)?.clock).toBe(clock));

  it('says where it is rounded to a minute', () =>
    expect(echoOfHours('0,01')).toEqual({ clock: '0:01', isRounded: true }));

  it('is silent where it would say the same, or cannot know', () => {
    expect([echoOfHours('7:30'), echoOfHours(''), echoOfHours('x'), echoOfHours('8,00')]).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('a break', () => {
  it.each([
    ['', 0],
    ['30', 30],
    ['45 min', 45],
    ['0:30', 30],
    ['1u15', 75],
  ])('of "%s" is %i minutes', (text, minutes) => expect(parseBreak(text)).toEqual({ minutes }));

  it('of "0,5" is not guessed', () => expect(parseBreak('0,5')).toEqual({ error: 'break-not-understood' }));
});

it('knows which shifts end on the next day', () => {
  expect(endsNextDay({ start: '22', end: '6' })).toBe(true);
  expect(endsNextDay({ start: '16:00', end: '24:00' })).toBe(false);
  expect(endsNextDay({ start: '7', end: '' })).toBe(false);
});

it('calls contents the same whatever the order of their lines', () => {
  fc.assert(
    fc.property(lines, (stored) => {
      expect(isSameContent({ lines: stored, remark: null }, { lines: [...stored].reverse(), remark: '' })).toBe(true);
    }),
  );
});

describe('added hours that were sent', () => {
  it('leave only what was typed or changed since', () => {
    const sent = typed({ '2026-11-16': '2', '2026-11-17': '1' }, 'Inventaris');
    const now = typed({ '2026-11-16': '2', '2026-11-17': '1,5', '2026-11-18': '3' }, 'Inventaris');
    const since = typed({ '2026-11-17': '1,5', '2026-11-18': '3' });
    expect(withoutSent(now, sent)).toEqual(since);
    expect(withoutSent(sent, sent)).toEqual({ ...sent, cells: {}, remark: '' });
  });
});

describe('a shift over the change of the clock', () => {
  const shift = (start: string, end: string) => ({ ...blankCell('times', null), start, end });

  it('is said to have an hour more in autumn, and an hour less in spring', () => {
    expect(clockChangeIn(shift('22:00', '06:00'), '2026-10-24')).toBe('back');
    expect(clockChangeIn(shift('22:00', '06:00'), '2026-03-28')).toBe('forward');
    expect(clockChangeIn(shift('01:00', '05:00'), '2026-10-25')).toBe('back');
  });

  it('and nothing is said where the clock stays, or of what is no shift yet', () => {
    expect(clockChangeIn(shift('22:00', '06:00'), '2026-10-23')).toBeUndefined();
    expect(clockChangeIn(shift('04:00', '12:00'), '2026-10-25')).toBeUndefined();
    expect(clockChangeIn(shift('22', ''), '2026-10-24')).toBeUndefined();
  });
});
