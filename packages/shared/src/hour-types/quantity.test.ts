import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourUnits, mostQuantity } from './hour-type.words.ts';
import { formatInUnit, parseInUnit } from './quantity.ts';

describe('what is typed in a field of a hour type', () => {
  it('is time of hours, and a quantity of all else', () => {
    expect(parseInUnit('7,5', 'hours')).toEqual({ minutes: 450, quantity: null });
    expect(parseInUnit('6', 'surcharge')).toEqual({ minutes: 0, quantity: 360 });
    expect(parseInUnit('190', 'kilometres')).toEqual({ minutes: 0, quantity: 19_000 });
    expect(parseInUnit('12,5 km', 'kilometres')).toEqual({ minutes: 0, quantity: 1_250 });
    expect(parseInUnit('€ 7,50', 'euros')).toEqual({ minutes: 0, quantity: 750 });
    expect(parseInUnit('1.234,56', 'euros')).toEqual({ minutes: 0, quantity: 123_456 });
    expect(parseInUnit('3 stuks', 'pieces')).toEqual({ minutes: 0, quantity: 300 });
  });

  it('is refused where it is of another unit, or more than anybody means', () => {
    expect(parseInUnit('€ 7,50', 'hours')).toEqual({ error: 'hours-are-money' });
    expect(parseInUnit('7:30', 'kilometres')).toEqual({ error: 'amount-not-understood' });
    expect(parseInUnit('10001', 'kilometres')).toEqual({ error: 'quantity-too-large' });
    expect(parseInUnit('', 'euros')).toEqual({ error: 'amount-empty' });
  });

  it('is nothing where a dash stands, in every unit', () => {
    for (const dash of ['-', ' – ', '—']) {
      expect(parseInUnit(dash, 'hours')).toEqual({ error: 'hours-empty' });
      for (const unit of ['kilometres', 'euros', 'pieces'] as const)
        expect(parseInUnit(dash, unit)).toEqual({ error: 'amount-empty' });
    }
  });

  it('is read without what nobody sees, as chats and spreadsheets paste it', () => {
    expect(parseInUnit('\u200e7,5\u200b', 'hours')).toEqual({ minutes: 450, quantity: null });
    expect(parseInUnit('\u202a7:30\u202c', 'hours')).toEqual({ minutes: 450, quantity: null });
    expect(parseInUnit('\u2066€\u00a07,50\u2069', 'euros')).toEqual({ minutes: 0, quantity: 750 });
  });

  it('reads back as the same, in every unit and language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...hourUnits),
        fc.constantFrom('nl', 'en'),
        fc.integer({ min: 0, max: mostQuantity }),
        (unit, language, size) => {
          const held =
            unit === 'hours' ? { minutes: size % 599_999, quantity: null } : { minutes: 0, quantity: size % 599_999 };
          expect(parseInUnit(formatInUnit(held, unit, language), unit)).toEqual(held);
        },
      ),
    );
  });
});
