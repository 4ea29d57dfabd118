import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { canBeUbl } from '@konnekt/shared/invoices/invoice.files';
import { readAgency, readLogo } from '#api/features/agency/settings.service';
import type { Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { one, zipped } from '#api/kit/zip';
import { readInvoice, readWorksheetsBehind } from './invoice.service.ts';
import { findPdf, keepPdf, listFinalInvoices } from './invoice-pdf.repository.ts';
import { pdfOf } from './pdf/invoice.pdf.ts';
import { ublOf } from './ubl/invoice.ubl.ts';

interface Named<Content> {
  name: string;
  content: Content;
}

/** A final invoice to read and keep, with the worksheets behind it or without. It is drawn when it is first asked for, and stays as it was then. */
export async function readPdf(db: Db, sight: Sight, id: string, withWorksheets = false): Promise<Named<Buffer>> {
  return pdfOfFinal(db, sight, await readFinal(db, sight, id), withWorksheets);
}

/** The same for the client's bookkeeping, with the PDF in it, and the name of its file. */
export async function readUbl(db: Db, sight: Sight, id: string): Promise<Named<string>> {
  const invoice = await readFinal(db, sight, id);
  if (!canBeUbl(invoice)) throw new Problem('no-electronic-address');
  return ublWith(invoice, await pdfOfFinal(db, sight, invoice, false));
}

/** Final invoices as one ZIP: the PDF of each, and the file for the bookkeeping where there is one. All are in sight, or there is none. */
export async function zipInvoices(db: Db, sight: Sight, ids: readonly string[], withWorksheets: boolean) {
  const found = await listFinalInvoices(db, sight, ids);
  if (found.length < ids.length) throw new Problem('not-found');
  return Readable.from(zipped(filesOf()), { objectMode: false });

  async function* filesOf() {
    for (const { id } of found) {
      const invoice = await readFinal(db, sight, id);
      const pdf = await pdfOfFinal(db, sight, invoice, withWorksheets);
      yield { name: pdf.name, content: one(pdf.content) };
      if (!canBeUbl(invoice)) continue;
      const ubl = ublWith(invoice, withWorksheets ? await pdfOfFinal(db, sight, invoice, false) : pdf);
      yield { name: ubl.name, content: one(ubl.content) };
    }
  }
}

async function readFinal(db: Db, sight: Sight, id: string): Promise<Invoice> {
  const invoice = await readInvoice(db, sight, id);
  if (invoice.number === null) throw new Problem('wrong-state');
  return invoice;
}

async function pdfOfFinal(db: Db, sight: Sight, invoice: Invoice, withWorksheets: boolean): Promise<Named<Buffer>> {
  const { id, number } = invoice;
  const name = `${number}.pdf`;
  const kept = await findPdf(db, id, withWorksheets);
  if (kept) return { name, content: kept };
  const { accentColour, logoFileId } = await readAgency(db);
  const logo = logoFileId ? await readLogo(db, logoFileId) : undefined;
  const drawn = await pdfOf(
    invoice,
    { accentColour, logo: logo ? { ...logo, content: await buffer(logo.content.bytes) } : null },
    {
      ubl: canBeUbl(invoice) ? ublOf(invoice) : null,
      ...(withWorksheets && { worksheets: (await readWorksheetsBehind(db, sight, id)).items }),
    },
  );
  // Of two who ask first at the same moment both get what was kept.
  return { name, content: await keepPdf(db, id, withWorksheets, Buffer.from(drawn)) };
}

const ublWith = (invoice: Invoice, pdf: Named<Buffer>): Named<string> => ({
  name: `${invoice.number}.xml`,
  content: ublOf(invoice, [{ id: invoice.number ?? pdf.name, mediaType: 'application/pdf', ...pdf }]),
});
