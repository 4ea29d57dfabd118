import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { canBeUbl } from '@konnekt/shared/invoices/invoice.files';
import type { NotSent } from '@konnekt/shared/invoices/invoice.words';
import { queueMails, readSender } from '#api/features/mail/mail.service';
import { type Author, type Db, newId, type Transaction } from '#api/kit/database';
import { keepMade } from '#api/kit/files';
import type { Services } from '#api/kit/services';
import { type Sight, sightOfSystem } from '#api/kit/visibility';
import { readInvoice } from './invoice.service.ts';
import { readPdf, readUbl } from './invoice-files.service.ts';
import { dropReminders } from './invoice-reminder.repository.ts';
import { invoiceMail, invoiceReminderMail } from './invoice-sending.mails.ts';
import * as sendings from './invoice-sending.repository.ts';
import { readInvoicing } from './invoicing.service.ts';

/** Has invoices mailed; what cannot go says why. The mails are written by a job, so that three hundred are one press. */
export function sendInvoices(
  db: Db,
  author: Author,
  asked: { ids: string[]; again: boolean },
): Promise<{ done: { id: string }[]; refused: { id: string; code: NotSent }[] }> {
  return db.transaction(author, async (tx) => {
    await sendings.holdForSending(tx, asked.ids);
    const judged = await sendings.insertSendings(tx, author, asked);
    return {
      done: judged.flatMap(({ id, code }) => (code === null ? [{ id }] : [])),
      refused: judged.flatMap(({ id, code }) => (code === null ? [] : [{ id, code }])),
    };
  });
}

export async function readSendings(db: Db, sight: Sight, id: string) {
  await readInvoice(db, sight, id);
  return { items: await sendings.listSendings(db, id) };
}

type Writing = Pick<Services, 'db' | 'now' | 'wakeMail'>;

/** So many invoices are looked at before it is looked again for what is to be written. */
const AT_ONCE = 50;

/**
 * Writes the mails that were asked for, with their files, into the outbox. Each invoice is a transaction of its own: a process that is killed
 * leaves the rest to the next one, and an invoice that cannot be drawn holds up no other.
 */
export async function writeMails(services: Writing): Promise<void> {
  const { db } = services;
  const failed = new Map<string, unknown>();
  for (;;) {
    const ids = (await sendings.findInvoicesToWrite(db, AT_ONCE + failed.size)).filter((id) => !failed.has(id));
    let written = 0;
    for (const id of ids) {
      try {
        written += await writeMailsOf(services, id);
      } catch (error) {
        failed.set(id, error);
      }
    }
    if (written > 0) services.wakeMail();
    if (written === 0) break;
  }
  const [error] = failed.values();
  if (error) throw error;
}

const system = '00000000-0000-0000-0000-000000000000';

async function writeMailsOf({ db, now }: Writing, invoiceId: string): Promise<number> {
  const sight = sightOfSystem(calendarDayAt(now()));
  const invoice = await readInvoice(db, sight, invoiceId);
  // Drawn before anything is held: it takes longest.
  const pdf = await readPdf(db, sight, invoiceId);
  const ubl = invoice.document !== 'pdf' && canBeUbl(invoice) ? await readUbl(db, sight, invoiceId) : null;
  return db.transaction(null, async (tx) => {
    await dropReminders(tx, invoiceId);
    const toWrite = await sendings.takeToWrite(tx, invoiceId);
    if (toWrite.length === 0) return 0;
    const files = await keepFiles(tx, { invoiceId, byId: toWrite[0]?.byId ?? null, pdf, ubl });
    const sender = await readSender(tx);
    const { reminders } = await readInvoicing(tx);
    const mails = toWrite.map((sending) => ({
      ...(sending.step === 0
        ? invoiceMail({ sender, invoice, hasUbl: files.ublFileId !== null })
        : invoiceReminderMail({ sender, invoice, step: sending.step, rule: reminders.steps[sending.step - 1] })),
      ...{ id: newId(), kind: sending.step === 0 ? 'invoice' : 'invoice-reminder', to: sending.to, accountId: null },
      ...{ language: invoice.language, goodForHours: 14 * 24 },
      attachments: [
        { fileId: files.pdfFileId, name: pdf.name },
        ...(files.ublFileId ? [{ fileId: files.ublFileId, name: pdf.name.replace(/\.pdf$/, '.xml') }] : []),
      ],
    }));
    await queueMails(tx, mails);
    await sendings.markWritten(
      tx,
      toWrite.map(({ id }, n) => ({ id, mailId: mails[n]?.id ?? '' })),
    );
    return toWrite.length;
  });
}

interface ToKeep {
  invoiceId: string;
  byId: string | null;
  pdf: { name: string; content: Buffer };
  ubl: { name: string; content: string } | null;
}
/** The files of an invoice, kept when it is first mailed. */
async function keepFiles(tx: Transaction, { invoiceId, byId, pdf, ubl }: ToKeep): Promise<sendings.KeptFiles> {
  const kept = await sendings.findFiles(tx, invoiceId);
  if (kept) return kept;
  const keep = (name: string, mediaType: string, content: Buffer) =>
    keepMade(tx, byId ?? system, 'invoice', { name, mediaType, content });
  const files = {
    pdfFileId: await keep(pdf.name, 'application/pdf', pdf.content),
    ublFileId: ubl && (await keep(ubl.name, 'application/xml', Buffer.from(ubl.content))),
  };
  await sendings.insertFiles(tx, invoiceId, files);
  return files;
}
