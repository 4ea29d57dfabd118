import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { mostContacts } from '@konnekt/shared/basics/text-rules';
import type { BudgetNumber, BudgetNumberFields } from '@konnekt/shared/organisations/budget-number.schema';
import type { Organisation, OrganisationFields } from '@konnekt/shared/organisations/organisation.schema';
import { bounds, refuseFull } from '#api/kit/bounds';
import type { Author, Db, Transaction } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import { atFields, changedSince } from '#api/kit/records';
import type { Sight } from '#api/kit/visibility';
import { mayBeContact } from './agency-contact.repository.ts';
import * as budgetNumbers from './budget-number.repository.ts';
import { setContacts } from './organisation-contact.repository.ts';
import * as organisations from './organisation-record.repository.ts';

// What other features may use.
export { type PlacedContact, setContacts } from './organisation-contact.repository.ts';
export { matchingOrganisations } from './organisation-record.repository.ts';

const fieldsOf: Record<string, FieldProblem> = {
  organisation_name_form: { pointer: '/name', code: 'taken' },
  organisation_number_form: { pointer: '/number', code: 'taken' },
  organisation_number_key: { pointer: '/number', code: 'taken' },
  organisation_hour_type_hour_type_id_fkey: { pointer: '/hourTypeIds', code: 'unknown' },
  budget_number_organisation_id_number_key: { pointer: '/number', code: 'taken' },
  budget_number_number_form: { pointer: '/number', code: 'taken' },
};

export async function readOrganisation(db: Transaction, sight: Sight, id: string): Promise<Organisation> {
  const found = await organisations.findOrganisation(db, sight, id);
  if (!found) throw new Problem('not-found');
  return found;
}

export const createOrganisation = (
  db: Db,
  sight: Sight,
  author: Author,
  fields: OrganisationFields,
): Promise<Organisation> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      await refuseUnknownContact(tx, fields);
      const id = await organisations.insertOrganisation(tx, fields);
      await setLists(tx, id, fields);
      return readOrganisation(tx, sight, id);
    }),
  );

export const saveOrganisation = (
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  { version, ...fields }: OrganisationFields & { version: number },
): Promise<Organisation> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      await refuseUnknownContact(tx, fields, id);
      if (!(await organisations.updateOrganisation(tx, id, version, fields)))
        throw await changedSince(tx, id, await organisations.findOrganisation(tx, sight, id));
      await setLists(tx, id, fields);
      return readOrganisation(tx, sight, id);
    }),
  );

/** What stands in rows of its own. */
async function setLists(tx: Transaction, id: string, fields: OrganisationFields): Promise<void> {
  await organisations.setHourTypes(tx, id, fields.hourTypeIds);
  const contacts = fields.contacts.map((contact, index) => ({ ...contact, organisationId: id, number: index + 1 }));
  await setContacts(tx, [id], contacts, mostContacts);
}

/** Only who works in the office answers a client's questions; who does no longer stays where they are named until another is chosen. */
async function refuseUnknownContact(
  tx: Transaction,
  { agencyContactId }: OrganisationFields,
  organisationId?: string,
): Promise<void> {
  if (agencyContactId && !(await mayBeContact(tx, agencyContactId, organisationId)))
    throw invalidInput([{ pointer: '/agencyContactId', code: 'unknown' }]);
}

export const addBudgetNumber = (
  db: Db,
  author: Author,
  organisationId: string,
  fields: BudgetNumberFields,
): Promise<BudgetNumber> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      refuseFull(await budgetNumbers.countBudgetNumbers(tx, organisationId), bounds.budgetNumbers);
      const added = await budgetNumbers.insertBudgetNumber(tx, organisationId, fields);
      if (!added) throw new Problem('not-found');
      return added;
    }),
  );

export const saveBudgetNumber = (
  db: Db,
  author: Author,
  id: string,
  { version, ...fields }: BudgetNumberFields & { version: number },
): Promise<BudgetNumber> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      const saved = await budgetNumbers.updateBudgetNumber(tx, id, version, fields);
      if (saved) return saved;
      const now = await budgetNumbers.findBudgetNumber(tx, id);
      throw await changedSince(tx, now?.organisationId ?? id, now, 'budget-number');
    }),
  );
