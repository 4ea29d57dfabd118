import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatHundredths,
  formatMoney,
  formatQuantity,
  multiplyHalfUp,
  parseHundredths,
  plainDecimal,
  shareHalfUp,
} from './money.ts';
import { minus } from './signs.ts';

const anyMinutes = fc.integer({ min: -100_000, max: 100_000 });
const anyRate = fc.integer({ min: 0, max: 100_000 });
const anyCents = fc.integer({ min: -100_000_000, max: 100_000_000 });

describe('the worked example of week 47', () => {
  const billRate = 3024;
  const lines = [
    multiplyHalfUp(40 * 60, billRate),
    multiplyHalfUp(90, shareHalfUp(billRate, 12_500)),
    multiplyHalfUp(4 * 60, shareHalfUp(billRate, 15_000)),
    190 * 23,
  ];
  const net = sum(lines);

  it('has its rates and lines', () => {
    expect(shareHalfUp(1680, 18_000)).toBe(billRate);
    expect(shareHalfUp(billRate, 12_500)).toBe(3780);
    expect(shareHalfUp(billRate, 15_000)).toBe(4536);
    expect(lines).toEqual([120_960, 5670, 18_144, 4370]);
  });

  it('has its VAT, total and G-account share', () => {
    const vat = shareHalfUp(net, 2100);
    const blocked = shareHalfUp(net + vat, 2500);
    expect([net, vat, net + vat]).toEqual([149_144, 31_320, 180_464]);
    expect([blocked, net + vat - blocked]).toEqual([45_116, 135_348]);
  });

  it('splits the same week with the VAT reverse-charged', () => {
    const blocked = shareHalfUp(net, 2000);
    expect([blocked, net - blocked]).toEqual([29_829, 119_315]);
  });

  it('has its pay', () => {
    const wage = 1680;
    const pay = [
      multiplyHalfUp(40 * 60, wage),
      multiplyHalfUp(90, shareHalfUp(wage, 12_500)),
      multiplyHalfUp(4 * 60, shareHalfUp(wage, 15_000)),
    ];
    expect(pay).toEqual([67_200, 3150, 10_080]);
    expect(sum(pay)).toBe(80_430);
  });

  it('is credited for half an hour', () => {
    const credit = multiplyHalfUp(-30, 3780);
    const vat = shareHalfUp(credit, 2100);
    expect([credit, vat, credit + vat]).toEqual([-1890, -397, -2287]);
  });

  it('takes VAT over the sum, not per line', () => {
    expect(shareHalfUp(3750 + 1250, 2100)).toBe(1050);
    expect(shareHalfUp(3750, 2100) + shareHalfUp(1250, 2100)).toBe(1051);
  });
});

describe('rounding', () => {
  it('goes half away from zero', () => {
    expect(multiplyHalfUp(30, 1)).toBe(1);
    expect(multiplyHalfUp(29, 1)).toBe(0);
    expect(multiplyHalfUp(-30, 1)).toBe(-1);
    expect(multiplyHalfUp(-29, 1)).toBe(0);
    expect(shareHalfUp(1005, 10)).toBe(1);
    expect(shareHalfUp(50, 100)).toBe(1);
  });

  it('refuses what is not exact', () => {
    expect(() => multiplyHalfUp(1.5, 1)).toThrow(RangeError);
    expect(() => multiplyHalfUp(Number.MAX_SAFE_INTEGER, 2)).toThrow(RangeError);
    expect(() => shareHalfUp(Number.NaN, 2100)).toThrow(RangeError);
  });

  it('is what exact arithmetic gives', () => {
    const exactly = (numerator: bigint, denominator: bigint) => {
      const size = numerator < 0n ? -numerator : numerator;
      const rounded = (2n * size + denominator) / (2n * denominator);
      return Number(numerator < 0n ? -rounded : rounded);
    };
    fc.assert(
      fc.property(anyMinutes, anyRate, (minutes, rate) => {
        expect(multiplyHalfUp(minutes, rate)).toBe(exactly(BigInt(minutes) * BigInt(rate), 60n));
      }),
    );
    fc.assert(
      fc.property(anyCents, fc.nat(100_000), (cents, share) => {
        expect(shareHalfUp(cents, share)).toBe(exactly(BigInt(cents) * BigInt(share), 10_000n));
      }),
    );
  });

  it('is the same on both sides of zero, so a credit takes away exactly what was billed', () => {
    fc.assert(
      fc.property(anyMinutes, anyRate, (minutes, rate) => {
        expect(multiplyHalfUp(minutes, rate) + multiplyHalfUp(-minutes, rate)).toBe(0);
      }),
    );
  });
});

describe('formatMoney', () => {
  it('writes money as each language does', () => {
    expect(formatMoney(180_464, 'nl')).toBe('€\u00a01.804,64');
    expect(formatMoney(180_464, 'en')).toBe('€1,804.64');
    expect(formatMoney(-2287, 'nl')).toBe('€\u00a0−22,87');
    expect(formatMoney(-2287, 'en')).toBe('−€22.87');
    expect(formatMoney(0, 'nl')).toBe('€\u00a00,00');
    expect(formatMoney(100_000_005, 'en')).toBe('€1,000,000.05');
  });

  it('has the sign of a difference in front', () => {
    expect([625, -625, 0].map((cents) => formatMoney(cents, 'nl', '+'))).toEqual([
      '+€\u00a06,25',
      '−€\u00a06,25',
      '€\u00a00,00',
    ]);
    expect([625, -625].map((cents) => formatMoney(cents, 'en', '+'))).toEqual(['+€6.25', '−€6.25']);
  });

  it('writes it as Intl does', () => {
    const dutch = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
    const english = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' });
    fc.assert(
      fc.property(anyCents, (cents) => {
        expect(formatMoney(cents, 'nl')).toBe(dutch.format(cents / 100).replace('-', minus));
        expect(formatMoney(cents, 'en')).toBe(english.format(cents / 100).replace('-', minus));
      }),
    );
  });
});

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

describe('an amount as people type it', () => {
  it('is read with a comma or a point, with or without a sign of what it is', () => {
    for (const typed of ['16,80', '16.80', '16,8', '€ 16,80', '€16.8', ' 16,80 ']) {
      expect(parseHundredths(typed), typed).toEqual({ hundredths: 1680 });
    }
    expect(parseHundredths('25 %')).toEqual({ hundredths: 2500 });
    expect(parseHundredths(',5')).toEqual({ hundredths: 50 });
    expect(parseHundredths('1.234,56')).toEqual({ hundredths: 123_456 });
    expect(parseHundredths('1,234,567.8')).toEqual({ hundredths: 123_456_780 });
  });
  it('is never guessed', () => {
    expect(parseHundredths('')).toEqual({ error: 'amount-empty' });
    expect(parseHundredths('1.234')).toEqual({ error: 'amount-too-fine' });
    for (const typed of ['-5', 'abc', '1,2,3', '12e3', '.', '1.23,45,6']) {
      expect(parseHundredths(typed), typed).toEqual({ error: 'amount-not-understood' });
    }
  });
  it('is read back from how it is written', () => {
    const language = fc.constantFrom('nl', 'en');
    fc.assert(
      fc.property(fc.nat(100_000_000), language, fc.constantFrom('all', 'needed'), (hundredths, written, keep) => {
        expect(parseHundredths(formatHundredths(hundredths, written, keep))).toEqual({ hundredths });
      }),
    );
  });
});

describe('a quantity to be read', () => {
  it('has its thousands apart, and no more decimals than it needs', () => {
    expect([2_942_800, 2_942_850, 19_000, 5, -12_345].map((size) => formatQuantity(size, 'nl'))).toEqual([
      ...['29.428', '29.428,5', '190', '0,05', '−123,45'],
    ]);
    expect(formatQuantity(123_456_700, 'en')).toBe('1,234,567');
  });
});

describe('hundredths as programs read them', () => {
  it('have a point and two decimals, and a hyphen below zero', () => {
    expect([0, -0, 5, 50, 1680, 123_456_700, -5, -50, -123_456].map(plainDecimal)).toEqual([
      ...['0.00', '0.00', '0.05', '0.50', '16.80', '1234567.00', '-0.05', '-0.50', '-1234.56'],
    ]);
  });
  it('are what they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
        expect(Math.round(Number(plainDecimal(hundredths)) * 100)).toBe(hundredths);
        expect(plainDecimal(hundredths)).toBe((hundredths / 100).toFixed(2));
      }),
    );
  });
});
