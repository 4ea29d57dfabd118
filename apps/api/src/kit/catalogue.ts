import type { Holiday } from '@konnekt/shared/holidays/holiday.schema';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { StandsOutFrom } from '@konnekt/shared/worksheets/worksheet.stands-out';
import { closedPeriodIds } from './conditions.ts';
import type { Db } from './database.ts';
import { sql } from './sql.ts';

export type KnownHourType = HourType & { forEmployee: boolean; forSupervisor: boolean; isActive: boolean };

/** What hardly ever changes and stands in every list and on every worksheet. */
export interface Catalogue {
  version: number;
  /** By id. */
  organisationNames: ReadonlyMap<string, string>;
  /** What each client asks of hours, by its id. */
  clientRules: ReadonlyMap<string, ClientRules>;
  /** By id. */
  periods: ReadonlyMap<string, Worksheet['period']>;
  /** Ids of those that the agency closed. */
  closedPeriods: ReadonlySet<string>;
  hourTypes: readonly KnownHourType[];
  /** The agency's own limits in minutes, where they differ from the law. */
  warningLimits: Readonly<Record<string, number>>;
  standsOutFrom: StandsOutFrom;
  lastApproval: boolean;
}

export interface ClientRules {
  needsBudgetNumber: boolean;
  /** Hour types allowed there; null is all of them. */
  hourTypeIds: string[] | null;
  /** Days on which one does not work there: the client's list of each year, else the agency's. */
  holidays: Holiday[];
}

/** The number that a statement reads with its rows: the database raises it with every change of what is remembered here. */
export const catalogueVersion = sql`(SELECT catalogue_version FROM agency)`;

const remembered = new WeakMap<Db, Catalogue>();

/** As of a version or newer: remembered, and read anew when the version is another. */
export async function catalogueAt(db: Db, version: number): Promise<Catalogue> {
  const known = remembered.get(db);
  if (known && known.version >= version) return known;
  const read = await readCatalogue(db);
  remembered.set(db, read);
  return read;
}

/** As it is now: for who has no row at hand that names the version. */
export async function readCatalogue(db: Db): Promise<Catalogue> {
  const [found] = await db.query<Stored>(sql`
    SELECT catalogue_version AS version, warning_limits AS "warningLimits",
           stands_out_from_planned_minutes AS "plannedMinutes", stands_out_from_previous_minutes AS "previousMinutes", ${hourTypesJson} AS "hourTypes",
           last_approval AS "lastApproval",
           (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'needsBudgetNumber', o.requires_budget_number, 'hourTypeIds',
              (SELECT json_agg(t.hour_type_id) FROM organisation_hour_type t WHERE t.organisation_id = o.id))), '[]') FROM organisation o) AS organisations,
           (SELECT coalesce(json_object_agg(pe.id, json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number,
              'startsOn', pe.starts_on, 'endsOn', pe.ends_on)), '{}') FROM period pe) AS periods,
           ARRAY${closedPeriodIds} AS "closedPeriods",
           (SELECT coalesce(json_agg(json_build_object('organisationId', h.organisation_id, 'year', h.year, 'days', h.days)), '[]') FROM holiday_list h) AS holidays
      FROM agency`);
  const {
    version = 0,
    warningLimits = {},
    plannedMinutes = 0,
    previousMinutes = 0,
    hourTypes = [],
    organisations = [],
    periods = {},
    closedPeriods = [],
    holidays = [],
    lastApproval = false,
  } = found ?? {};
  return {
    version,
    warningLimits,
    standsOutFrom: { plannedMinutes, previousMinutes, weekLimitMinutes: warningLimits.week },
    hourTypes,
    organisationNames: new Map(organisations.map(({ id, name }) => [id, name])),
    clientRules: new Map(
      organisations.map(({ id, needsBudgetNumber, hourTypeIds }) => [
        id,
        { needsBudgetNumber, hourTypeIds, holidays: holidaysOf(id, holidays) },
      ]),
    ),
    periods: new Map(Object.entries(periods)),
    closedPeriods: new Set(closedPeriods),
    lastApproval,
  };
}

/** The client's own list of each year, else the agency's. */
function holidaysOf(organisationId: string, lists: readonly HolidayList[]): Holiday[] {
  const own = lists.filter((list) => list.organisationId === organisationId);
  const others = lists.filter((list) => list.organisationId === null && !own.some(({ year }) => year === list.year));
  return [...own, ...others].flatMap(({ days }) => days).sort((one, other) => one.date.localeCompare(other.date));
}

interface HolidayList {
  organisationId: string | null;
  year: number;
  days: Holiday[];
}

interface Stored {
  version: number;
  warningLimits: Record<string, number>;
  plannedMinutes: number;
  previousMinutes: number;
  hourTypes: KnownHourType[];
  lastApproval: boolean;
  organisations: { id: string; name: string; needsBudgetNumber: boolean; hourTypeIds: string[] | null }[];
  periods: Record<string, Worksheet['period']>;
  closedPeriods: string[];
  holidays: HolidayList[];
}

/** The hour types in their order, as JSON. */
export const hourTypesJson = sql`(SELECT coalesce(json_agg(x), '[]') FROM (SELECT t.id, t.code, t.name_nl AS "nameNl", t.name_en AS "nameEn",
  t.kind, t.unit, t.is_worked AS "isWorked", t.receipt, t.for_employee AS "forEmployee", t.for_supervisor AS "forSupervisor", t.is_active AS "isActive"
  FROM hour_type t ORDER BY t.sort_order, t.code) x)`;
