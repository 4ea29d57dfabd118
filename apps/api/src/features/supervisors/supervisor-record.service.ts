import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { Supervisor } from '@konnekt/shared/supervisors/supervisor.schema';
import type { Transaction } from '#api/kit/database';
import { accountFields } from '#api/kit/person-record';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import * as supervisors from './supervisor.repository.ts';

export const fieldsOf: Record<string, FieldProblem> = {
  ...accountFields,
  supervisor_right_organisation_id_fkey: { pointer: '/organisationId', code: 'unknown' },
  supervisor_right_no_overlap: { pointer: '/validFrom', code: 'overlaps-right' },
  supervisor_right_person_id_organisation_id_valid_from_on_be_key: { pointer: '/validFrom', code: 'overlaps-right' },
};

export async function readSupervisor(db: Transaction, sight: Sight, id: string): Promise<Supervisor> {
  const found = await supervisors.findSupervisor(db, sight, id);
  if (!found) throw new Problem('not-found');
  return found;
}
