import { accountRoutes } from './accounts/account.contract.ts';
import { agencyRoutes } from './agency/agency.contract.ts';
import { auditRoutes } from './audit/audit.contract.ts';
import { colleagueRoutes } from './colleagues/colleague.contract.ts';
import { homeRoutes } from './home/home.contract.ts';
import { importRoutes } from './imports/import.contract.ts';
import { organisationRoutes } from './organisations/organisation.contract.ts';
import { personalDataRoutes } from './personal-data/personal-data.contract.ts';
import { registrationRoutes } from './registration/registration.contract.ts';
import { worksheetRoutes } from './worksheets/worksheet.contract.ts';

/** Every address of the API. */
export const routes = {
  ...accountRoutes,
  ...agencyRoutes,
  ...colleagueRoutes,
  ...auditRoutes,
  ...homeRoutes,
  ...importRoutes,
  ...organisationRoutes,
  ...personalDataRoutes,
  ...registrationRoutes,
  ...worksheetRoutes,
};
export type AllRoutes = typeof routes;
