import { parseHundredths } from '@konnekt/shared/basics/money';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { GivenRates, RatedPlacement } from '@konnekt/shared/placements/rate-grid.contract';
import { rateOnDay, suggestedRate } from '@konnekt/shared/placements/rate-on-day';
import { euroText } from '../../kit/form/typed-values.ts';
import { type Filling, pasteInto } from '../hours/parts/paste.ts';
import type { Place } from '../hours/parts/places.ts';

/** The day, and what was typed over what holds then, by field: what nobody touched is not there. */
export type GridValues = { validFrom: string } & Record<string, string>;
export const amounts = ['pay', 'bill'] as const;
type Amount = (typeof amounts)[number];
type Language = 'nl' | 'en';

export const gridField = (amount: Amount, placementId: string, hourTypeId: string) =>
  `${amount}.${placementId}.${hourTypeId}`;

/** Which of the two amounts was typed: the first, where both were. */
export const typedFieldOf = (values: GridValues, placementId: string, hourTypeId: string): string => {
  const [pay, bill] = amounts.map((amount) => gridField(amount, placementId, hourTypeId)) as [string, string];
  return values[pay] === undefined && values[bill] !== undefined ? bill : pay;
};

/** What holds on the day, as text; nothing where no rate was agreed. */
function heldText(
  { rates }: RatedPlacement,
  hourTypeId: string,
  amount: Amount,
  day: string,
  language: Language,
): string {
  const held = rateOnDay(rates, hourTypeId, day);
  return held ? euroText(held[`${amount}Cents`], language) : '';
}

/** What a field says: what was typed there, else what holds. */
export const gridText = (
  values: GridValues,
  placement: RatedPlacement,
  hourTypeId: string,
  amount: Amount,
  language: Language,
): string =>
  values[gridField(amount, placement.id, hourTypeId)] ??
  heldText(placement, hourTypeId, amount, values.validFrom, language);

/** What the share of an hour type would make of the normal rate, for where nothing stands: never a value. */
export function suggestedText(
  values: GridValues,
  placement: RatedPlacement,
  hourType: HourTypeRecord,
  normal: HourTypeRecord | undefined,
  amount: Amount,
  language: Language,
): string | undefined {
  if (!normal || normal.id === hourType.id) return undefined;
  const read = parseHundredths(gridText(values, placement, normal.id, amount, language));
  if (!('hundredths' in read)) return undefined;
  const cents = read.hundredths;
  return euroText(suggestedRate({ payCents: cents, billCents: cents }, hourType)[`${amount}Cents`], language);
}

/** A field as it is after something was typed in it: typed as it is, nothing was. */
export function typedRate(
  placement: RatedPlacement,
  hourTypeId: string,
  amount: Amount,
  text: string,
  { validFrom, language }: { validFrom: string; language: Language },
): Partial<GridValues> {
  const held = heldText(placement, hourTypeId, amount, validFrom, language);
  return { [gridField(amount, placement.id, hourTypeId)]: text === held ? undefined : text } as Partial<GridValues>;
}

/** A block from a spreadsheet, from one field on. An empty cell leaves what is there: no rate is taken away by it. */
export function pastedRates(
  block: readonly (readonly string[])[],
  { row, column }: Place,
  grid: {
    placements: readonly RatedPlacement[];
    hourTypes: readonly Pick<HourTypeRecord, 'id'>[];
    validFrom: string;
    language: Language;
  },
): Filling<Partial<GridValues>> {
  const corners = { top: row, bottom: row, left: column, right: column };
  return pasteInto(corners, block, (place, text) => {
    const placement = grid.placements[place.row];
    const hourType = grid.hourTypes[Math.floor(place.column / amounts.length)];
    const amount = amounts[place.column % amounts.length];
    if (!placement || !hourType || !amount || text === '') return undefined;
    return typedRate(placement, hourType.id, amount, text.replace(/^€\s*/, ''), grid);
  });
}

/** The rates that were typed and are others than those that hold, both amounts of each; and what is wrong at its field. */
export function typedGrid(
  values: GridValues,
  placements: readonly RatedPlacement[],
  hourTypes: readonly Pick<HourTypeRecord, 'id'>[],
  language: Language,
): { placements: GivenRates['placements']; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const given = placements.flatMap((placement) => {
    const rates = hourTypes.flatMap(({ id: hourTypeId }) => {
      const fields = amounts.map((amount) => gridField(amount, placement.id, hourTypeId));
      if (fields.every((field) => values[field] === undefined)) return [];
      const held = rateOnDay(placement.rates, hourTypeId, values.validFrom);
      const texts = amounts.map((amount) => gridText(values, placement, hourTypeId, amount, language).trim());
      if (!held && texts.every((text) => text === '')) return [];
      const cents = texts.map((text, index) => {
        const read = parseHundredths(text);
        if ('hundredths' in read) return read.hundredths;
        const code = read.error === 'amount-empty' ? ('both-amounts' as const) : read.error;
        problems.push({ pointer: `/${fields[index]}`, code });
        return 0;
      });
      const [payCents = 0, billCents = 0] = cents;
      if (held?.payCents === payCents && held.billCents === billCents) return [];
      return [{ hourTypeId, payCents, billCents }];
    });
    return rates.length > 0 ? [{ placementId: placement.id, version: placement.version, rates }] : [];
  });
  return { placements: given, problems };
}
