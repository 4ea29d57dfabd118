import path from 'node:path';
import { addDays, calendarDayAt, startOfDayInstant } from '@konnekt/shared/basics/calendar-day';
import Fastify, { type FastifyInstance } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { registerAccounts } from './features/accounts/account.routes.ts';
import { auth } from './features/accounts/auth.plugin.ts';
import { registerLinks } from './features/accounts/link.routes.ts';
import { registerOfficeAccounts } from './features/accounts/office-account.routes.ts';
import { type PasswordCost, passwordsBy } from './features/accounts/passwords.ts';
import { nextSecretBy } from './features/accounts/session.ts';
import { registerAgency } from './features/agency/agency.routes.ts';
import { registerSettings } from './features/agency/settings.routes.ts';
import { registerApprovalLinks } from './features/approval-links/approval-link.routes.ts';
import { registerApprovalTexts } from './features/approval-texts/approval-text.routes.ts';
import { registerAudit } from './features/audit/audit.routes.ts';
import { registerBackground } from './features/background/background.routes.ts';
import { background } from './features/background/background.work.ts';
import { registerBudgets } from './features/budgets/budget.routes.ts';
import { registerColleagues } from './features/colleagues/colleague.routes.ts';
import { registerDashboard } from './features/dashboard/dashboard.routes.ts';
import { registerDeliveries } from './features/documents/delivery.routes.ts';
import { registerDocuments } from './features/documents/document.routes.ts';
import { registerEmployees } from './features/employees/employee.routes.ts';
import { registerFiles } from './features/files/file.routes.ts';
import { registerHelp } from './features/help/help.routes.ts';
import { registerHolidays } from './features/holidays/holiday.routes.ts';
import { registerHome } from './features/home/home.routes.ts';
import { registerHourTypes } from './features/hour-types/hour-type.routes.ts';
import { registerImports } from './features/imports/import.routes.ts';
import { registerInvoices } from './features/invoices/invoice.routes.ts';
import { registerInvoicePayments } from './features/invoices/invoice-payment.routes.ts';
import { registerInvoiceSending } from './features/invoices/invoice-sending.routes.ts';
import { registerJobs } from './features/jobs/job.routes.ts';
import { registerLedger } from './features/ledger/ledger.routes.ts';
import { registerLive } from './features/live/live.routes.ts';
import { registerMail } from './features/mail/mail.routes.ts';
import { registerMessages } from './features/messages/message.routes.ts';
import { registerNotices } from './features/notices/notice.routes.ts';
import { registerOrganisations } from './features/organisations/organisation.routes.ts';
import { registerPayroll } from './features/payroll/payroll.routes.ts';
import { registerRoles } from './features/people/role.routes.ts';
import { registerPeriods } from './features/periods/period.routes.ts';
import { registerPersonalData } from './features/personal-data/personal-data.routes.ts';
import { registerPlacements } from './features/placements/placement.routes.ts';
import { registerRateChanges } from './features/rate-changes/rate-change.routes.ts';
import { registerReconciliation } from './features/reconciliation/reconciliation.routes.ts';
import { registerRegistration } from './features/registration/registration.routes.ts';
import { registerReminders } from './features/reminders/reminder.routes.ts';
import { registerStatus } from './features/status/status.routes.ts';
import { registerSupervisors } from './features/supervisors/supervisor.routes.ts';
import { registerWorkingTimes } from './features/working-times/working-time.routes.ts';
import { registerWorksheets } from './features/worksheets/worksheet.routes.ts';
import type { Db } from './kit/database.ts';
import { type Jobs, openJobs } from './kit/jobs.ts';
import { openLine } from './kit/listen.ts';
import type { Services } from './kit/services.ts';
import { serveWeb } from './pages/web.plugin.ts';
import { answers } from './plugins/answers.ts';
import { compression } from './plugins/compression.ts';
import { apiDocs, serveOpenApi } from './plugins/docs.ts';
import { events } from './plugins/events.ts';
import { logWords } from './plugins/log-words.ts';
import { answerNotFound, problems } from './plugins/problems.ts';
import { refusals } from './plugins/refusals.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { answerEarly } from './plugins/unavailable.ts';
import { uploads } from './plugins/uploads.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Started by the server; in tests by the first job that is sent. */
    jobs: Jobs;
  }
}

export interface AppOptions {
  db: Db;
  jwtSecret: string;
  /** The clock; tests set their own. */
  now?: () => Date;
  isDemo?: boolean;
  /** Where people reach the portal. */
  publicUrl?: string;
  /** What hashing a password costs: in tests alone other than passwords.ts has it. */
  passwordCost?: PasswordCost;
  /** Called when there is mail in the outbox; without it nobody sends. */
  wakeMail?: () => void;
  webDir?: string;
  /** Reverse proxies before it, whose word on where a request comes from is taken. Whatever stands before their words is a client's. */
  proxies?: number;
  /** Until all of a request has to be there. */
  sendWithinMilliseconds?: number;
  logLevel?: string;
  /** Where the log goes, if not to the standard output. */
  logTo?: { write(line: string): void };
  /** Hold every answer against the contract: always in tests. */
  checksAnswers?: boolean;
}

/** Until all of a request is there: an import of 8 MB by a line of 1.5 Mbit/s fits. */
const REQUEST_MILLISECONDS = 60_000;
const HEADERS_MILLISECONDS = 15_000;

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { proxies = 0, sendWithinMilliseconds = REQUEST_MILLISECONDS } = options;
  const app = Fastify({
    logger: loggerOf(options),
    trustProxy: proxies > 0 && ((_address: string, hop: number) => hop < proxies),
    // 500 decisions or 250 lines fit many times over.
    bodyLimit: 512 * 1024,
    // Of a slow sender as well: a line that is held open for ever is one less for the others.
    requestTimeout: sendWithinMilliseconds,
    http: {
      headersTimeout: Math.min(HEADERS_MILLISECONDS, sendWithinMilliseconds),
      connectionsCheckingInterval: Math.min(5_000, sendWithinMilliseconds),
    },
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: answerNotFound,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(answers(options.checksAnswers ?? false));
  app.removeContentTypeParser('text/plain');

  const now = options.now ?? (() => new Date());
  const work = background(options.db, app.log);
  const jobs = openJobs({ db: options.db, background: work, log: app.log });
  const services: Services = {
    db: options.db,
    now,
    today: todayBy(now),
    isDemo: options.isDemo ?? false,
    publicUrl: (options.publicUrl ?? 'http://localhost:3000').replace(/\/+$/, ''),
    nextSecret: nextSecretBy(options.jwtSecret),
    passwords: passwordsBy(options.passwordCost),
    wakeMail: options.wakeMail ?? (() => {}),
    background: work,
    jobs,
  };

  app.decorate('jobs', jobs);
  app.addHook('onClose', async () => {
    await jobs.stop();
    await work.finished();
  });

  await app.register(problems);
  answerEarly(app, options.db);
  await app.register(securityHeaders, { publicUrl: services.publicUrl });
  await app.register(compression);
  await app.register(apiDocs);
  const line = await openLine(options.db);
  app.addHook('onClose', () => line.close());
  await app.register(auth, {
    db: options.db,
    line,
    secret: options.jwtSecret,
    publicUrl: services.publicUrl,
  });
  await app.register(refusals, services);
  await app.register(uploads);
  await app.register(events);
  serveOpenApi(app);
  registerAccounts(app, services);
  registerLinks(app, services);
  registerOfficeAccounts(app, services);
  registerAgency(app, services);
  registerColleagues(app, services);
  registerApprovalLinks(app, services);
  registerApprovalTexts(app, services);
  registerAudit(app, services);
  registerBackground(app, services);
  registerDashboard(app, services);
  registerFiles(app, services);
  registerHome(app, services);
  registerImports(app, services);
  registerInvoices(app, services);
  registerJobs(app, services);
  registerLedger(app, services);
  registerBudgets(app, services);
  registerReconciliation(app, services);
  registerInvoiceSending(app, services);
  registerInvoicePayments(app, services);
  registerLive(app, services, line);
  registerMail(app, services);
  registerDeliveries(app, services);
  registerDocuments(app, services);
  registerMessages(app, services);
  registerNotices(app, services);
  registerOrganisations(app, services);
  registerPersonalData(app, services);
  registerEmployees(app, services);
  registerHourTypes(app, services);
  registerHelp(app, services);
  registerHolidays(app, services);
  registerPayroll(app, services);
  registerPeriods(app, services);
  registerPlacements(app, services);
  registerRateChanges(app, services);
  registerRegistration(app, services);
  registerSettings(app, services);
  registerReminders(app, services);
  registerStatus(app, services);
  registerSupervisors(app, services);
  registerRoles(app, services);
  registerWorkingTimes(app, services);
  registerWorksheets(app, services);
  if (options.webDir) await serveWeb(app, services, path.resolve(options.webDir));
  return app;
}

const loggerOf = ({ logLevel, logTo }: AppOptions) =>
  logLevel !== undefined &&
  logLevel !== 'silent' && { level: logLevel, serializers: logWords, ...(logTo && { stream: logTo }) };

/** The day in Amsterdam, worked out anew when it ends there: every request asks for it. */
function todayBy(now: () => Date): () => string {
  let today = '';
  let [from, until] = [0, 0];
  return () => {
    const time = now().getTime();
    if (time < from || time >= until) {
      today = calendarDayAt(new Date(time));
      from = time;
      until = Date.parse(startOfDayInstant(addDays(today, 1)));
    }
    return today;
  };
}
