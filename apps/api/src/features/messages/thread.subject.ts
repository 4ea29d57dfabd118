import { isOffice } from '@konnekt/shared/basics/actor';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { NewThread } from '@konnekt/shared/messages/message.schema';
import type { Transaction } from '#api/kit/database';
import { invalidInput } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { findInvoice, findOutsider, findWorksheet, listRights } from './thread-subject.repository.ts';
import type { NewThreadRow } from './thread-writing.repository.ts';

type Subject = Omit<NewThreadRow, 'id' | 'title'>;

/**
 * With whom a thread is, whose business, and about what: judged on what its writer sees, and on what its reader may do. Others than the office
 * write for themselves alone. What a supervisor writes belongs to an organisation, unless it is about hours of their own.
 */
export async function subjectOf(tx: Transaction, sight: Sight, asked: NewThread): Promise<Subject> {
  const { actor, today } = sight;
  const { worksheetId, invoiceId, invoiceLineId } = asked;
  const personId = isOffice(actor) ? asked.personId : actor.personId;
  const person = personId ? await findOutsider(tx, personId) : undefined;
  if (!person) throw at('/personId', personId ? 'unknown' : 'required');

  const worksheet = worksheetId ? await findWorksheet(tx, sight, worksheetId) : undefined;
  if (worksheetId && (!worksheet || invoiceId)) throw at('/worksheetId', 'unknown');
  const invoice = invoiceId ? await findInvoice(tx, sight, { id: invoiceId, lineId: invoiceLineId }) : undefined;
  if (invoiceId && !invoice) throw at('/invoiceId', 'unknown');
  if (invoiceLineId && !invoice?.hasLine) throw at('/invoiceLineId', 'unknown');

  const subject = { personId: person.personId, worksheetId, invoiceId, invoiceLineId };
  if (worksheet && worksheet.employeeId === person.employeeId) return { ...subject, organisationId: null };
  const organisationId = (worksheet ?? invoice)?.organisationId ?? asked.organisationId;
  const rights = person.role === 'supervisor' ? await listRights(tx, person.personId, today) : [];
  if (!organisationId) {
    if (rights.length > 0) throw at('/organisationId', 'required');
    return { ...subject, organisationId: null };
  }
  const isHeld = rights.some((right) => right.organisationId === organisationId && (!invoice || right.maySeeInvoices));
  if (!isHeld) throw at(isOffice(actor) && (worksheet || invoice) ? '/personId' : '/organisationId', 'unknown');
  return { ...subject, organisationId };
}

const at = (pointer: string, code: FieldProblem['code']) => invalidInput([{ pointer, code }]);
