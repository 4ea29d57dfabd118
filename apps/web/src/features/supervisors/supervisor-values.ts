import type { Supervisor, SupervisorRight } from '@konnekt/shared/supervisors/supervisor.schema';
import { textOrNull } from '../../kit/form/typed-values.ts';
import { personBody, personForm } from '../people/parts/person-values.ts';

/** A stored supervisor, or a new one, as texts. */
export const supervisorForm = (stored?: Supervisor) => personForm(stored);

export const supervisorBody = (values: ReturnType<typeof supervisorForm>) => ({
  ...values,
  ...personBody(values),
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
