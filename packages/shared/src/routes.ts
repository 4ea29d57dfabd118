import { accountRoutes } from './accounts/account.contract.ts';
import { linkRoutes } from './accounts/link.contract.ts';
import { officeAccountRoutes } from './accounts/office-account.contract.ts';
import { agencyRoutes } from './agency/agency.contract.ts';
import { settingsRoutes } from './agency/settings.contract.ts';
import { approvalLinkRoutes } from './approval-links/approval-link.contract.ts';
import { approvalTextRoutes } from './approval-texts/approval-text.contract.ts';
import { auditRoutes } from './audit/audit.contract.ts';
import { backgroundRoutes } from './background/background.contract.ts';
import type { RouteOutput } from './basics/route.ts';
import { budgetRoutes } from './budgets/budget.contract.ts';
import { colleagueRoutes } from './colleagues/colleague.contract.ts';
import { dashboardRoutes } from './dashboard/dashboard.contract.ts';
import { deliveryRoutes } from './documents/delivery.contract.ts';
import { documentRoutes } from './documents/document.contract.ts';
import { employeeRoutes } from './employees/employee.contract.ts';
import { fileRoutes } from './files/file.contract.ts';
import { helpRoutes } from './help/help.contract.ts';
import { holidayRoutes } from './holidays/holiday.contract.ts';
import { homeRoutes } from './home/home.contract.ts';
import { hourTypeRoutes } from './hour-types/hour-type.contract.ts';
import { importRoutes } from './imports/import.contract.ts';
import { invoiceRoutes } from './invoices/invoice.contract.ts';
import { invoicePaymentRoutes } from './invoices/invoice-payment.contract.ts';
import { invoiceSendingRoutes } from './invoices/invoice-sending.contract.ts';
import { invoicingRoutes } from './invoices/invoicing.contract.ts';
import { jobRoutes } from './jobs/job.contract.ts';
import { ledgerRoutes } from './ledger/ledger.contract.ts';
import { liveRoutes } from './live/live.contract.ts';
import { mailRoutes } from './mail/mail.contract.ts';
import { messageRoutes } from './messages/message.contract.ts';
import { noticeRoutes } from './notices/notice.contract.ts';
import { organisationRecordRoutes, organisationRoutes } from './organisations/organisation.contract.ts';
import { exportRoutes } from './payroll/export.contract.ts';
import { payrollRoutes } from './payroll/payroll.contract.ts';
import { setuRoutes } from './payroll/setu.contract.ts';
import { roleRoutes } from './people/role.contract.ts';
import { periodRoutes } from './periods/period.contract.ts';
import { personalDataRoutes } from './personal-data/personal-data.contract.ts';
import { placementRoutes } from './placements/placement.contract.ts';
import { rateGridRoutes } from './placements/rate-grid.contract.ts';
import { rateChangeRoutes } from './rate-changes/rate-change.contract.ts';
import { reconciliationRoutes } from './reconciliation/reconciliation.contract.ts';
import { registrationRoutes } from './registration/registration.contract.ts';
import { reminderRoutes } from './reminders/reminder.contract.ts';
import { statusRoutes } from './status/status.contract.ts';
import { supervisorRoutes } from './supervisors/supervisor.contract.ts';
import { workingTimeRoutes } from './working-times/working-time.contract.ts';
import { worksheetRoutes } from './worksheets/worksheet.contract.ts';

/** Every address of the API. */
export const routes = {
  ...accountRoutes,
  ...linkRoutes,
  ...officeAccountRoutes,
  ...agencyRoutes,
  ...approvalLinkRoutes,
  ...approvalTextRoutes,
  ...colleagueRoutes,
  ...auditRoutes,
  ...backgroundRoutes,
  ...dashboardRoutes,
  ...fileRoutes,
  ...homeRoutes,
  ...importRoutes,
  ...invoiceRoutes,
  ...budgetRoutes,
  ...jobRoutes,
  ...ledgerRoutes,
  ...invoicePaymentRoutes,
  ...invoicingRoutes,
  ...invoiceSendingRoutes,
  ...liveRoutes,
  ...mailRoutes,
  ...deliveryRoutes,
  ...documentRoutes,
  ...messageRoutes,
  ...noticeRoutes,
  ...organisationRoutes,
  ...personalDataRoutes,
  ...employeeRoutes,
  ...helpRoutes,
  ...holidayRoutes,
  ...hourTypeRoutes,
  ...organisationRecordRoutes,
  ...payrollRoutes,
  ...exportRoutes,
  ...setuRoutes,
  ...periodRoutes,
  ...placementRoutes,
  ...rateGridRoutes,
  ...rateChangeRoutes,
  ...reconciliationRoutes,
  ...registrationRoutes,
  ...reminderRoutes,
  ...settingsRoutes,
  ...statusRoutes,
  ...supervisorRoutes,
  ...roleRoutes,
  ...workingTimeRoutes,
  ...worksheetRoutes,
};
export type AllRoutes = typeof routes;
/** As one names a route: 'POST /api/worksheets/approve'. */
export type RouteKey = keyof AllRoutes;

/** What a route answers. */
export type Answer<K extends keyof AllRoutes> = RouteOutput<AllRoutes[K]>;
