import type { ExportQuery } from '@konnekt/shared/imports/import.contract';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { matchingEmployees } from '#api/features/employees/employee.service';
import { matchingOrganisations } from '#api/features/organisations/organisation.service';
import { matchingPlacements } from '#api/features/placements/placement.service';
import { matchingSupervisors } from '#api/features/supervisors/supervisor.service';
import type { Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { budgetNumberRecords } from './import-budget-numbers.repository.ts';
import { employeeRecords } from './import-employees.repository.ts';
import { historyRecords } from './import-history.repository.ts';
import { hourTypeRecords } from './import-hour-types.repository.ts';
import { organisationRecords } from './import-organisations.repository.ts';
import { placementRecords } from './import-placements.repository.ts';
import { rateRecords } from './import-rates.repository.ts';
import { supervisorRecords } from './import-supervisors.repository.ts';

interface Exported {
  records: Sql;
  /** For a record `x`: one of those that a list narrowed down so would show. */
  isListed(sight: Sight, filter: ExportQuery): Sql;
  order: Sql;
}

const exported: Record<ImportKind, Exported> = {
  organisations: {
    records: organisationRecords,
    isListed: (sight, filter) => sql`x.id IN (SELECT o.id ${matchingOrganisations(sight, filter)})`,
    order: sql`x.number`,
  },
  employees: {
    records: employeeRecords,
    isListed: (sight, filter) => sql`x."employeeId" IN (SELECT e.id ${matchingEmployees(sight, filter)})`,
    order: sql`x."personnelNumber"`,
  },
  placements: {
    records: placementRecords,
    isListed: (sight, filter) => sql`x.id IN (SELECT p.id ${matchingPlacements(sight, filter)})`,
    order: sql`x.number`,
  },
  supervisors: {
    records: supervisorRecords,
    isListed: (sight, filter) => sql`x."personId" IN (SELECT pn.id ${matchingSupervisors(sight, filter)})`,
    order: sql`x.email, x."organisationNumber", x."validFrom"`,
  },
  'hour-types': { records: hourTypeRecords, isListed: () => sql`TRUE`, order: sql`x."sortOrder", x.code` },
  'budget-numbers': {
    records: budgetNumberRecords,
    isListed: (sight, filter) => sql`x."organisationId" IN (SELECT o.id ${matchingOrganisations(sight, filter)})
      ${filter.organisationId ? sql`AND x."organisationId" = ${filter.organisationId}::uuid` : noSql}`,
    order: sql`x."organisationNumber", x.number`,
  },
  rates: {
    records: rateRecords,
    isListed: (sight, filter) => sql`x."placementId" IN (SELECT p.id ${matchingPlacements(sight, filter)})`,
    order: sql`x."placementNumber", x."validFrom", x."hourType"`,
  },
  history: {
    records: historyRecords,
    isListed: (sight, filter) => sql`x."placementId" IN (SELECT p.id ${matchingPlacements(sight, filter)})`,
    order: sql`x."placementNumber", x.year, x.period, x."hourType"`,
  },
};

/** The records of a kind, as an import knows them: those that a list narrowed down so would show. */
export function readRecords(
  tx: Transaction,
  sight: Sight,
  kind: ImportKind,
  query: ExportQuery,
): Promise<Record<string, CellValue>[]> {
  const { records, isListed, order } = exported[kind];
  return tx.query(sql`SELECT * FROM (${records}) x WHERE ${isListed(sight, query)} ORDER BY ${order}`);
}
