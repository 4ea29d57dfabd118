import { Readable } from 'node:stream';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { canBeUbl } from '@konnekt/shared/invoices/invoice.files';
import { readAgency, readLogo } from '#api/features/agency/settings.service';
import type { Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { one, zipped } from '#api/kit/zip';
import { findPdf, keepPdf, listFinalInvoices } from './invoice.repository.ts';
import { readInvoice, readWorksheetsBehind } from './invoice.service.ts';
import { pdfOf } from './pdf/invoice.pdf.ts';
import { ublOf } from './ubl/invoice.ubl.ts';

/** A final invoice to read and keep, with the worksheets behind it or without. It is drawn when it is first asked for, and stays as it was then. */
export async function readPdf(
  db: Db,
  sight: Sight,
  id: string,
  withWorksheets = false,
): Promise<{ name: string; content: Buffer }> {
  const invoice = await readFinal(db, sight, id);
  const name = `${invoice.number}.pdf`;
  const kept = await findPdf(db, id, withWorksheets);
  if (kept) return { name, content: kept };
  const { accentColour, logoFileId } = await readAgency(db);
  const logo = logoFileId ? ((await readLogo(db, logoFileId)) ?? null) : null;
  const drawn = await pdfOf(
    invoice,
    { accentColour, logo },
    {
      ubl: canBeUbl(invoice) ? ublOf(invoice) : null,
      ...(withWorksheets && { worksheets: (await readWorksheetsBehind(db, sight, id)).items }),
    },
  );
  // Of two who ask first at the same moment both get what was kept.
  return { name, content: await keepPdf(db, id, withWorksheets, Buffer.from(drawn)) };
}

/** The same for the client's bookkeeping, with the PDF in it, and the name of its file. */
export async function readUbl(db: Db, sight: Sight, id: string): Promise<{ name: string; xml: string }> {
  const invoice = await readFinal(db, sight, id);
  if (!canBeUbl(invoice)) throw new Problem('no-electronic-address');
  const { name, content } = await readPdf(db, sight, id);
  const pdf = { id: invoice.number ?? name, name, mediaType: 'application/pdf' as const, content };
  return { name: `${invoice.number}.xml`, xml: ublOf(invoice, [pdf]) };
}

/** Final invoices as one ZIP: the PDF of each, and the file for the bookkeeping where there is one. All are in sight, or there is none. */
export async function zipInvoices(db: Db, sight: Sight, ids: readonly string[], withWorksheets: boolean) {
  const found = await listFinalInvoices(db, sight, ids);
  if (found.length < ids.length) throw new Problem('not-found');
  return Readable.from(zipped(filesOf()), { objectMode: false });

  async function* filesOf() {
    for (const { id, number } of found) {
      yield { name: `${number}.pdf`, content: one((await readPdf(db, sight, id, withWorksheets)).content) };
      const invoice = await readFinal(db, sight, id);
      if (canBeUbl(invoice)) yield { name: `${number}.xml`, content: one((await readUbl(db, sight, id)).xml) };
    }
  }
}

async function readFinal(db: Db, sight: Sight, id: string): Promise<Invoice> {
  const invoice = await readInvoice(db, sight, id);
  if (invoice.number === null) throw new Problem('wrong-state');
  return invoice;
}
