import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClock, formatHours, parseHours, sumMinutes } from './minutes.ts';

describe('parseHours', () => {
  it.each([
    ['7,5', 450],
    ['7.5', 450],
    ['7:30', 450],
    ['7u30', 450],
    ['7U30', 450],
    ['7h30', 450],
    ['7 u 30', 450],
    ['7½', 450],
    ['½', 30],
    ['8¼', 495],
    ['7u', 420],
    ['7 uur', 420],
    ['7,5 uur', 450],
    ['7.5h', 450],
    ['8', 480],
    ['08', 480],
    ['08:15', 495],
    [' 7,75 ', 465],
    ['\u00a07,75\u00a0', 465],
    ['0:45', 45],
    [':45', 45],
    [',5', 30],
    ['.25', 15],
    ['+1,5', 90],
    ['0', 0],
    ['-0', 0],
    ['7,500', 450],
    ['160', 9600],
    ['9999:59', 599_999],
    ['7:30:00', 450],
    ['7 1/2', 450],
    ['3/4', 45],
    ['8 1/4', 495],
  ])('reads %j as %i minutes', (text, minutes) => {
    expect(parseHours(text)).toEqual({ minutes });
  });

  it('reads a point as decimals, never as minutes', () => {
    expect(parseHours('12.5')).toEqual({ minutes: 12 * 60 + 30 });
    expect(parseHours('7.30')).toEqual({ minutes: 7 * 60 + 18 });
  });

  it('rounds hundredths that are no whole minute half up', () => {
    expect(parseHours('7,33')).toEqual({ minutes: 440 });
    expect(parseHours('7,67')).toEqual({ minutes: 460 });
    expect(parseHours('0,99')).toEqual({ minutes: 59, isRounded: true });
    expect(parseHours('0,01')).toEqual({ minutes: 1, isRounded: true });
    expect(parseHours('-0,01', { allowNegative: true })).toEqual({ minutes: -1, isRounded: true });
  });

  it('reads figures without a mark as a clock where a day is meant, and only there', () => {
    for (const [text, minutes] of [
      ['730', 450],
      ['0730', 450],
      ['1015', 615],
      ['2400', 1440],
      ['24', 1440],
    ] as const)
      expect(parseHours(text, { ofDay: true })).toEqual({ minutes });
    for (const text of ['2401', '760', '3000', '12345'])
      expect(parseHours(text, { ofDay: true })).toEqual({ error: 'hours-not-understood' });
    expect(parseHours('160')).toEqual({ minutes: 9600 });
  });

  it('says of an amount of money that it is one', () => {
    for (const text of ['€ 7,50', '7,50 euro', '7,50 EUR', '€7'])
      expect(parseHours(text)).toEqual({ error: 'hours-are-money' });
  });

  it.each(['', '   ', '-', '–', ' — '])('says that %j is empty', (text) => {
    expect(parseHours(text)).toEqual({ error: 'hours-empty' });
  });

  it.each([
    '7:60',
    '7:5',
    '7u5',
    '7,',
    '7:',
    ',',
    ':',
    'u',
    '7 3/8',
    '71/2',
    'acht',
    '7,5,5',
    '1.234,5',
    '1e3',
    '0730',
    '12345',
    '7:30:15',
    '7,5½',
  ])('does not guess what %j means', (text) => {
    expect(parseHours(text)).toEqual({ error: 'hours-not-understood' });
  });

  it('refuses more than two decimals', () => {
    expect(parseHours('7,125')).toEqual({ error: 'hours-too-fine' });
  });

  it('takes negative hours only where they are allowed', () => {
    expect(parseHours('-0,5')).toEqual({ error: 'hours-negative' });
    for (const text of ['-0,5', '−0,5', '–0:30', '- 0:30'])
      expect(parseHours(text, { allowNegative: true })).toEqual({ minutes: -30 });
  });

  it('answers every text with whole minutes or a reason', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789,.:uh-+½ '), maxLength: 8 });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (text) => {
        const result = parseHours(text);
        if ('minutes' in result) expect(Number.isInteger(result.minutes) && result.minutes >= 0).toBe(true);
        else expect(result.error).toMatch(/^hours-/);
      }),
    );
  });
});

describe('formatHours and formatClock', () => {
  it('write hours as each language does', () => {
    expect(formatHours(450, 'nl')).toBe('7,50');
    expect(formatHours(450, 'en')).toBe('7.50');
    expect(formatHours(2730, 'nl')).toBe('45,50');
    expect(formatHours(-30, 'nl')).toBe('-0,50');
    expect(formatHours(0, 'en')).toBe('0.00');
    expect(formatHours(440, 'nl')).toBe('7,33');
    expect(formatHours(59, 'en')).toBe('0.98');
    expect(formatClock(450)).toBe('7:30');
    expect(formatClock(5)).toBe('0:05');
    expect(formatClock(0)).toBe('0:00');
    expect(formatClock(-30)).toBe('-0:30');
    expect(formatClock(-90)).toBe('-1:30');
  });

  it('read back as the same minutes, for every whole minute', () => {
    const anyMinutes = fc.integer({ min: -599_999, max: 599_999 });
    fc.assert(
      fc.property(anyMinutes, (minutes) => {
        for (const text of [formatClock(minutes), formatHours(minutes, 'nl'), formatHours(minutes, 'en')])
          expect(parseHours(text, { allowNegative: true })).toEqual({ minutes });
      }),
    );
    // Only the minutes within the hour matter to the decimals: these are all of them.
    for (let minutes = 0; minutes < 60; minutes += 1)
      expect(parseHours(formatHours(minutes, 'nl'))).toEqual({ minutes });
  });
});

it('sumMinutes adds, and nothing adds up to zero', () => {
  expect(sumMinutes([450, 30, -15])).toBe(465);
  expect(sumMinutes([])).toBe(0);
});
