import { accountRoutes } from './accounts/account.contract.ts';
import { linkRoutes } from './accounts/link.contract.ts';
import { officeAccountRoutes } from './accounts/office-account.contract.ts';
import { agencyRoutes } from './agency/agency.contract.ts';
import { auditRoutes } from './audit/audit.contract.ts';
import { homeRoutes } from './home/home.contract.ts';
import { mailRoutes } from './mail/mail.contract.ts';
import { organisationRoutes } from './organisations/organisation.contract.ts';
import { registrationRoutes } from './registration/registration.contract.ts';
import { worksheetRoutes } from './worksheets/worksheet.contract.ts';

/** Every address of the API. */
export const routes = {
  ...accountRoutes,
  ...linkRoutes,
  ...officeAccountRoutes,
  ...agencyRoutes,
  ...auditRoutes,
  ...homeRoutes,
  ...mailRoutes,
  ...organisationRoutes,
  ...registrationRoutes,
  ...worksheetRoutes,
};
export type AllRoutes = typeof routes;
