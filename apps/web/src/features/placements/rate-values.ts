import { parseHundredths } from '@konnekt/shared/basics/money';
import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { Placement, PlacementRate } from '@konnekt/shared/placements/placement.schema';
import { rateOnDay, suggestedRate } from '@konnekt/shared/placements/rate-on-day';
import { euroText, missing } from '../../kit/form/typed-values.ts';
import { FormProblems } from '../../kit/form/use-record-form.ts';

/** What is typed: the day, and by hour type a wage (`pay.…`) and a rate (`bill.…`). */
export type RateValues = { validFrom: string } & Record<string, string>;
type Cents = Pick<PlacementRate, 'payCents' | 'billCents'>;

export const payField = (hourTypeId: string) => `pay.${hourTypeId}`;
export const billField = (hourTypeId: string) => `bill.${hourTypeId}`;

export const rateForm = (validFrom: string, hourTypes: readonly Pick<HourTypeRecord, 'id'>[]): RateValues =>
  Object.assign({ validFrom }, ...hourTypes.map(({ id }) => ({ [payField(id)]: '', [billField(id)]: '' })));

/** The normal rate of a day: as typed, else as stored. */
export function normalRate(
  values: RateValues,
  rates: Placement['rates'],
  normal: Pick<HourTypeRecord, 'id'> | undefined,
): Cents | undefined {
  if (!normal) return undefined;
  const now = rateOnDay(rates, normal.id, values.validFrom);
  const payCents = centsIn(values[payField(normal.id)]) ?? now?.payCents;
  const billCents = centsIn(values[billField(normal.id)]) ?? now?.billCents;
  return payCents === undefined || billCents === undefined ? undefined : { payCents, billCents };
}

/** The share of an hour type of the normal rate, as texts for its fields; nothing for the normal hour itself. */
export function suggestion(
  hourType: HourTypeRecord,
  normal: { id: string } | undefined,
  rate: Cents | undefined,
  language: 'nl' | 'en',
): { pay: string; bill: string } | undefined {
  if (!rate || hourType.id === normal?.id) return undefined;
  const { payCents, billCents } = suggestedRate(rate, hourType);
  return { pay: euroText(payCents, language), bill: euroText(billCents, language) };
}

/** The rows that were typed: both amounts of each, or what is wrong with them. */
export function typedRates(values: RateValues, hourTypes: readonly Pick<HourTypeRecord, 'id'>[]) {
  const problems = missing(values, ['validFrom']);
  const rates = hourTypes.flatMap(({ id }) => {
    const fields = [payField(id), billField(id)];
    const texts = fields.map((field) => (values[field] ?? '').trim());
    if (texts.every((text) => text === '')) return [];
    const cents = texts.map((text, index) => {
      const read = parseHundredths(text);
      if ('hundredths' in read) return read.hundredths;
      problems.push({
        pointer: `/${fields[index]}`,
        code: read.error === 'amount-empty' ? 'both-amounts' : read.error,
      });
      return 0;
    });
    const [payCents = 0, billCents = 0] = cents;
    return [{ hourTypeId: id, payCents, billCents }];
  });
  const [first] = hourTypes;
  if (rates.length === 0 && problems.length === 0 && first)
    problems.push({ pointer: `/${payField(first.id)}`, code: 'no-rates-typed' });
  if (problems.length > 0) throw new FormProblems(problems);
  return rates;
}

function centsIn(text: string | undefined): number | undefined {
  const read = parseHundredths(text ?? '');
  return 'hundredths' in read ? read.hundredths : undefined;
}
