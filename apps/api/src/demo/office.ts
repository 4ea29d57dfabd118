import { addDays } from '@konnekt/shared/basics/calendar-day';
import { shareHalfUp } from '@konnekt/shared/basics/money';
import { agency, organisations } from '../features/agency/agency.data.ts';
import { hourTypes } from '../features/agency/hour-types.data.ts';
import type { Row } from './insert-rows.ts';
import { agencyDetails, clients, streets, usualWage, wages } from './office.data.ts';
import type { DemoPlacement } from './people.ts';
import { chanceFrom } from './random.ts';

/** Of the wage, in basis points: what the client pays for an hour (conversion factor 1.80). */
const FACTOR_BP = 18_000;
/** What wages rose by at the last change. */
const RAISE_BP = 10_250;
const ratedKinds = new Set(['normal', 'overtime', 'irregular', 'travel', 'leave', 'holiday', 'sick']);
/** What a kilometre pays and bills, in cents. */
const PER_KILOMETRE = 23;
/** At every so many placements the wage of sick days was forgotten: the screens tell of it. */
const FORGOTTEN_AT = 10;

type Tables = Record<'person' | 'employee' | 'organisation' | 'placement', Row[]>;

/**
 * Fills in what the office keeps: addresses, contact persons, numbers, invoicing and budget numbers of the clients, private data of the
 * employees, and rates for every placement, with a change in the past. Has its own chance, so that the rest of the demo stays as it is.
 */
export function makeOffice(
  tables: Tables,
  placements: DemoPlacement[],
  hourTypeIds: Map<string, string>,
  today: string,
) {
  const chance = chanceFrom(1969);
  const digits = (count: number) => Array.from({ length: count }, () => chance.number(10)).join('');
  const phone = () => `06 ${1 + chance.number(5)}${digits(7)}`;

  const budgetNumbers: Row[] = [];
  const allowed: Row[] = [];
  const contacts: Row[] = [];
  tables.organisation.forEach((row, index) => {
    const client = clients[index];
    const data = organisations[index];
    const domain = `${String(row.name)
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')}.example`;
    Object.assign(row, {
      street: client?.street,
      postcode: client?.postcode,
      invoice_street: client?.invoiceAddress?.street ?? null,
      invoice_postcode: client?.invoiceAddress?.postcode ?? null,
      invoice_city: client?.invoiceAddress?.city ?? null,
      kvk_number: `2${digits(7)}`,
      vat_number: vatNumber(digits(8)),
      invoice_email: `facturen@${domain}`,
      // One reads English and has references of its own.
      invoice_language: index === 2 ? 'en' : 'nl',
      buyer_reference: index === 2 ? 'Facilities' : null,
      contract_reference: index === 2 ? 'RO-2026-7' : null,
      cost_centre: index === 2 ? 'KP 410' : null,
      invoice_per: client?.invoicePer ?? 'organisation',
      invoice_every: client?.invoiceEvery ?? 'week',
      payment_term_days: client?.paymentTermDays ?? 30,
      g_account_share_bp: client?.gAccountShareBp ?? 0,
      reverse_charge: client?.reverseCharge ?? false,
      hours_by: data?.hoursBy ?? 'employee',
      period_type: data?.periodType ?? 'week',
      entry_mode: data?.entryMode ?? 'totals',
      requires_budget_number: client?.requiresBudgetNumber ?? false,
    });
    client?.budgetNumbers?.forEach((description, n) => {
      const number = `BN-${4000 + index * 10 + n}`;
      budgetNumbers.push({ organisation_id: row.id, number, description, valid_from: null, valid_until: null });
    });
    client?.contacts?.forEach((contact, n) => {
      const email = `${contact.name.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}`;
      contacts.push({ organisation_id: row.id, number: n + 1, ...contact, email });
    });
    for (const code of client?.hourTypes ?? [])
      allowed.push({ organisation_id: row.id, hour_type_id: hourTypeIds.get(code) });
  });
  for (const row of tables.person) row.phone = phone();
  for (const row of tables.employee) {
    row.birth_date = addDays('1966-03-01', chance.number(38 * 365));
    row.street = `${chance.pick(streets)} ${1 + chance.number(180)}`;
    row.postcode = `${2600 + chance.number(600)} ${chance.pick(['AB', 'BK', 'DX', 'GH', 'KL', 'PR'])}`;
    row.city = chance.pick(['Rotterdam', 'Delft', 'Schiedam', 'Den Haag', 'Gouda', 'Vlaardingen']);
  }
  const functions = new Map(tables.placement.map((row) => [row.id, String(row.function_name)]));
  const rates = placements.flatMap((placement, index) => {
    const isForgotten = index % FORGOTTEN_AT === FORGOTTEN_AT - 2;
    const types = hourTypes.filter(({ kind }) => ratedKinds.has(kind) && !(isForgotten && kind === 'sick'));
    const before = (wages[functions.get(placement.id) ?? ''] ?? usualWage) + 5 * chance.number(20);
    const changedOn = lastHalfYear(addDays(today, -30));
    const first = ratesFrom(placement, placement.startsOn, before, { types, hourTypeIds });
    return placement.startsOn < changedOn && (placement.endsOn ?? changedOn) >= changedOn
      ? [...first, ...ratesFrom(placement, changedOn, shareHalfUp(before, RAISE_BP), { types, hourTypeIds })]
      : first;
  });
  return {
    budget_number: budgetNumbers,
    organisation_hour_type: allowed,
    organisation_contact: contacts,
    placement_rate: rates,
    agency: {
      ...agencyDetails,
      vat_number: vatNumber('80451237'),
      iban: iban('KONN0417164300'),
      g_account_iban: iban('KONN0994512367'),
      mail_from: agency.helpdeskEmail,
    },
  };
}

function ratesFrom(
  placement: DemoPlacement,
  validFrom: string,
  wageCents: number,
  { types, hourTypeIds }: { types: (typeof hourTypes)[number][]; hourTypeIds: Map<string, string> },
): Row[] {
  const billCents = shareHalfUp(wageCents, FACTOR_BP);
  return types.map(({ code, payShareBp, billShareBp }) => ({
    placement_id: placement.id,
    hour_type_id: hourTypeIds.get(code),
    valid_from: validFrom,
    pay_cents: code === 'KM' ? PER_KILOMETRE : shareHalfUp(wageCents, payShareBp),
    bill_cents: code === 'KM' ? PER_KILOMETRE : shareHalfUp(billCents, billShareBp),
  }));
}

/** 1 January or 1 July, the last one up to a day: when wages change. */
const lastHalfYear = (day: string): string => `${day.slice(0, 4)}-${day.slice(5, 7) >= '07' ? '07' : '01'}-01`;

/** A btw-id whose check digit holds (by 11); eight digits that have none are counted on to the next that do. */
function vatNumber(eight: string): string {
  const rest = [...eight].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0) % 11;
  return rest === 10 ? vatNumber(String((Number(eight) + 1) % 100_000_000).padStart(8, '0')) : `NL${eight}${rest}B01`;
}

/** A Dutch IBAN whose check digits hold (ISO 7064, mod 97-10). */
function iban(account: string): string {
  const digits = [...`${account}NL00`].map((character) => Number.parseInt(character, 36)).join('');
  const check = 98n - (BigInt(digits) % 97n);
  return `NL${String(check).padStart(2, '0')}${account}`;
}
