import type { Supervisor, SupervisorRight } from '@konnekt/shared/supervisors/supervisor.schema';
import { textOrNull } from '../../kit/form/typed-values.ts';

/** A stored supervisor, or a new one, as texts. */
export const supervisorForm = (stored?: Supervisor) => ({
  firstName: stored?.firstName ?? '',
  prefix: stored?.prefix ?? '',
  lastName: stored?.lastName ?? '',
  email: stored?.email ?? '',
  language: stored?.language ?? ('nl' as const),
  phone: stored?.phone ?? '',
});

export const supervisorBody = (values: ReturnType<typeof supervisorForm>) => ({
  ...values,
  prefix: textOrNull(values.prefix),
  phone: textOrNull(values.phone),
});

/** What somebody may do at one client, as ticks and days; from a day on. */
export const rightForm = (from: string, stored?: SupervisorRight) => ({
  organisationId: stored?.organisationId ?? '',
  mayApprove: stored?.mayApprove ?? true,
  mayRegister: stored?.mayRegister ?? false,
  maySeeInvoices: stored?.maySeeInvoices ?? false,
  mayManage: stored?.mayManage ?? false,
  validFrom: from,
  validUntil: stored?.validUntil ?? '',
});

export const rightBody = (values: ReturnType<typeof rightForm>) => ({
  ...values,
  validUntil: textOrNull(values.validUntil),
});
