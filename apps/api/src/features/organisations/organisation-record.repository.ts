import type {
  Organisation,
  OrganisationFields,
  OrganisationQuery,
  OrganisationRow,
} from '@konnekt/shared/organisations/organisation.schema';
import { runsOn } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { contains, keysetList, type SortKey } from '#api/kit/keyset-list';
import { nextFreeNumber } from '#api/kit/next-free-number';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { isHeldOn, organisationInSight, type Sight } from '#api/kit/visibility';
import { budgetNumberColumns } from './budget-number.repository.ts';
import { contactsOf } from './organisation-contact.repository.ts';

const sortKeys: Record<'name' | 'number' | 'city', SortKey> = {
  name: { column: sql`o.name` },
  number: { column: sql`o.number` },
  city: { column: sql`o.city` },
};

/** A page of clients, with how many work and supervise there today. */
export function listOrganisationRows(db: Transaction, sight: Sight, query: OrganisationQuery) {
  const { sort } = query;
  const columns = sql`o.id, o.number, o.name, o.city, o.is_active AS "isActive", o.reverse_charge AS "reverseCharge",
    o.g_account_share_bp AS "gAccountShareBp",
    (SELECT count(*)::int FROM placement p WHERE p.organisation_id = o.id
        AND ${runsOn(sight.today)}) AS placements,
    (SELECT count(DISTINCT r.person_id)::int FROM supervisor_right r WHERE r.organisation_id = o.id
        AND ${isHeldOn(sight.today)}) AS supervisors`;
  const key = sortKeys[sort.replace('-', '') as keyof typeof sortKeys];
  const isDescending = sort.startsWith('-');
  const matching = matchingOrganisations(sight, query);
  return keysetList<OrganisationRow>(db, { columns, matching, key, id: sql`o.id`, isDescending, page: query });
}

/** From FROM: the clients `o` that a list narrowed down so shows. */
export const matchingOrganisations = (sight: Sight, { q, state }: Partial<OrganisationQuery>): Sql =>
  sql`FROM organisation o WHERE ${organisationInSight(sight)}
    ${state ? sql`AND o.is_active = ${state === 'active'}::boolean` : noSql} ${contains(q, sql`o.name`, sql`o.number`, sql`o.city`)}`;

export async function findOrganisation(db: Transaction, sight: Sight, id: string): Promise<Organisation | undefined> {
  const [organisation] = await db.query<Organisation>(sql`
    SELECT o.id, o.version, o.number, o.name, o.street, o.postcode, o.city, o.country, o.phone, ${contactsOf(sql`o.id`)} AS contacts,
           o.postal_street AS "postalStreet", o.postal_postcode AS "postalPostcode", o.postal_city AS "postalCity",
           o.invoice_street AS "invoiceStreet", o.invoice_postcode AS "invoicePostcode", o.invoice_city AS "invoiceCity", o.kvk_number AS "kvkNumber",
           o.vat_number AS "vatNumber", o.invoice_email AS "invoiceEmail", o.invoice_copy_email AS "invoiceCopyEmail",
           o.invoice_language AS "invoiceLanguage", o.invoice_document AS "invoiceDocument", o.debtor_number AS "debtorNumber",
           o.buyer_reference AS "buyerReference", o.contract_reference AS "contractReference", o.cost_centre AS "costCentre", o.order_number AS "orderNumber", o.oin, o.gln,
           o.peppol_id AS "peppolId", o.invoice_per AS "invoicePer", o.invoice_every AS "invoiceEvery",
           o.payment_term_days AS "paymentTermDays", o.g_account_share_bp AS "gAccountShareBp", o.reverse_charge AS "reverseCharge",
           o.hours_by AS "hoursBy", o.period_type AS "periodType", o.entry_mode AS "entryMode",
           ARRAY(SELECT t.hour_type_id FROM organisation_hour_type t WHERE t.organisation_id = o.id) AS "hourTypeIds",
           o.requires_budget_number AS "requiresBudgetNumber", o.hours_from AS "hoursFrom",
           o.approve_by_weekday AS "approveByWeekday", o.approve_by_minutes AS "approveByMinutes",
           o.approval_text_nl AS "approvalTextNl", o.approval_text_en AS "approvalTextEn", o.mail_approval AS "mailApproval", o.agency_contact_id AS "agencyContactId", o.is_active AS "isActive", o.notes,
           (SELECT coalesce(json_agg(x), '[]') FROM (
             SELECT ${budgetNumberColumns} FROM budget_number b WHERE b.organisation_id = o.id ORDER BY b.number) x) AS "budgetNumbers"
      FROM organisation o WHERE o.id = ${id}::uuid AND ${organisationInSight(sight)}`);
  return organisation;
}

/** The number is given by the database where none was typed. */
export async function insertOrganisation(tx: Transaction, fields: OrganisationFields): Promise<string> {
  const [written] = await tx.query<{ id: string }>(sql`
    INSERT INTO organisation (number, name, street, postcode, city, country, kvk_number, vat_number, invoice_email, invoice_per,
                              invoice_every, payment_term_days, g_account_share_bp, reverse_charge, hours_by, period_type, entry_mode,
                              requires_budget_number, hours_from, approve_by_weekday, approve_by_minutes, approval_text_nl, approval_text_en, mail_approval, agency_contact_id, is_active, invoice_copy_email, invoice_language,
                              invoice_document, debtor_number, buyer_reference, contract_reference, cost_centre, oin, gln, peppol_id,
                              phone, postal_street, postal_postcode, postal_city, invoice_street, invoice_postcode, invoice_city, order_number, notes)
    VALUES (coalesce(${fields.number}, ${nextFreeNumber('organisation')}), ${fields.name}, ${fields.street}, ${fields.postcode},
            ${fields.city}, ${fields.country}, ${fields.kvkNumber}, ${fields.vatNumber}, ${fields.invoiceEmail}, ${fields.invoicePer},
            ${fields.invoiceEvery}, ${fields.paymentTermDays}::int, ${fields.gAccountShareBp}::int, ${fields.reverseCharge}::boolean,
            ${fields.hoursBy}, ${fields.periodType}, ${fields.entryMode}, ${fields.requiresBudgetNumber}::boolean, ${fields.hoursFrom}::date,
            ${fields.approveByWeekday}::int, ${fields.approveByMinutes}::int, ${fields.approvalTextNl}, ${fields.approvalTextEn}, ${fields.mailApproval}, ${fields.agencyContactId}::uuid, ${fields.isActive}::boolean, ${fields.invoiceCopyEmail},
            ${fields.invoiceLanguage}, ${fields.invoiceDocument}, ${fields.debtorNumber}, ${fields.buyerReference}, ${fields.contractReference},
            ${fields.costCentre}, ${fields.oin}, ${fields.gln}, ${fields.peppolId}, ${fields.phone},
            ${fields.postalStreet}, ${fields.postalPostcode}, ${fields.postalCity}, ${fields.invoiceStreet}, ${fields.invoicePostcode}, ${fields.invoiceCity}, ${fields.orderNumber}, ${fields.notes})
    RETURNING id`);
  if (!written) throw new Error('An insert returned nothing');
  return written.id;
}

/** False when it is not there in this version. */
export async function updateOrganisation(
  tx: Transaction,
  id: string,
  version: number,
  fields: OrganisationFields,
): Promise<boolean> {
  const written = await tx.query(sql`
    UPDATE organisation
       SET version = version + 1, number = coalesce(${fields.number}, number), name = ${fields.name}, street = ${fields.street},
           postcode = ${fields.postcode}, city = ${fields.city}, country = ${fields.country}, kvk_number = ${fields.kvkNumber},
           vat_number = ${fields.vatNumber}, invoice_email = ${fields.invoiceEmail}, invoice_per = ${fields.invoicePer},
           invoice_every = ${fields.invoiceEvery}, payment_term_days = ${fields.paymentTermDays}::int,
           g_account_share_bp = ${fields.gAccountShareBp}::int, reverse_charge = ${fields.reverseCharge}::boolean,
           hours_by = ${fields.hoursBy}, period_type = ${fields.periodType}, entry_mode = ${fields.entryMode},
           requires_budget_number = ${fields.requiresBudgetNumber}::boolean, hours_from = ${fields.hoursFrom}::date,
           approve_by_weekday = ${fields.approveByWeekday}::int, approve_by_minutes = ${fields.approveByMinutes}::int, is_active = ${fields.isActive}::boolean,
           approval_text_nl = ${fields.approvalTextNl}, approval_text_en = ${fields.approvalTextEn}, mail_approval = ${fields.mailApproval}, agency_contact_id = ${fields.agencyContactId}::uuid,
           invoice_copy_email = ${fields.invoiceCopyEmail}, invoice_language = ${fields.invoiceLanguage}, invoice_document = ${fields.invoiceDocument},
           debtor_number = ${fields.debtorNumber}, buyer_reference = ${fields.buyerReference}, contract_reference = ${fields.contractReference},
           cost_centre = ${fields.costCentre}, oin = ${fields.oin}, gln = ${fields.gln}, peppol_id = ${fields.peppolId},
           phone = ${fields.phone}, invoice_street = ${fields.invoiceStreet}, invoice_postcode = ${fields.invoicePostcode}, invoice_city = ${fields.invoiceCity},
           postal_street = ${fields.postalStreet}, postal_postcode = ${fields.postalPostcode}, postal_city = ${fields.postalCity},
           order_number = ${fields.orderNumber}, notes = ${fields.notes}
     WHERE id = ${id}::uuid AND version = ${version}::int RETURNING id`);
  return written.length > 0;
}

/** Exactly these hour types are allowed there; none allows all. */
export async function setHourTypes(tx: Transaction, id: string, hourTypeIds: readonly string[]): Promise<void> {
  await tx.query(sql`
    DELETE FROM organisation_hour_type WHERE organisation_id = ${id}::uuid AND NOT hour_type_id = ANY(${[...hourTypeIds]}::uuid[])`);
  await tx.query(sql`
    INSERT INTO organisation_hour_type (organisation_id, hour_type_id)
    SELECT DISTINCT ${id}::uuid, t FROM unnest(${[...hourTypeIds]}::uuid[]) t ON CONFLICT DO NOTHING`);
}
