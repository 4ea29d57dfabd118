import path from 'node:path';
import type { Invoice, InvoiceWorksheet } from '@konnekt/shared/invoices/invoice.contract';
import { paymentCode, paymentsOf } from '@konnekt/shared/invoices/payment-code';
import qrCode from 'qrcode';
import { drawText } from '#api/kit/pdf/draw-text';
import { fontNames } from '#api/kit/pdf/fonts';
import type { Picture } from '#api/kit/pdf/pdf.worker';
import { invoiceAnnex } from './invoice-annex.ts';
import { invoicePage } from './invoice-page.ts';
import { invoiceWords } from './invoice-words.ts';

/** How the agency looks. */
interface Look {
  accentColour: string;
  logo: { mediaType: string; content: Uint8Array } | null;
}

interface Along {
  /** The file for the client's bookkeeping, which the PDF then holds. */
  ubl: string | null;
  /** The worksheets behind it, on pages of their own. */
  worksheets?: readonly InvoiceWorksheet[];
}

/**
 * An invoice to be read and kept: PDF/A-3 with tags and text that can be chosen, with the file for the client's bookkeeping in it. Drawn by Typst in
 * a thread of its own, some milliseconds a page; the same invoice and look give the same bytes.
 */
export async function pdfOf(
  invoice: Invoice,
  { accentColour, logo }: Look,
  { ubl, worksheets }: Along,
): Promise<Uint8Array> {
  const codes = await paymentCodes(invoice);
  const extension = logo && extensions[logo.mediaType];
  const mark = logo && extension ? { name: `logo.${extension}`, content: logo.content } : null;
  const data = {
    ...{ fonts: fontNames, accent: accentColour, logo: mark?.name ?? null, ubl: ubl !== null },
    ...invoicePage(invoice),
    codes: codes.map(({ name, label }) => ({ name, label })),
    annex: worksheets ? invoiceAnnex(invoice, worksheets) : null,
  };
  return drawText({
    template: path.join(import.meta.dirname, 'invoice.typ'),
    data,
    pictures: [...(mark ? [mark] : []), ...codes],
    attachment: ubl,
    madeAt: Math.floor(Date.parse(invoice.finalisedAt ?? '2000-01-01') / 1000),
  });
}

const extensions: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/** A picture for a banking app of each payment, and what it is called. */
function paymentCodes(invoice: Invoice): Promise<(Picture & { label: string })[]> {
  const { seller, number, language } = invoice;
  const payments = paymentsOf(invoice);
  return Promise.all(
    payments.map(async (payment) => ({
      name: `${payment.account}.svg`,
      label: invoiceWords[language].account[payment.account],
      content: Buffer.from(
        await qrCode.toString(paymentCode(seller.name, payment, number ?? ''), {
          ...{ type: 'svg', errorCorrectionLevel: 'M', margin: 0 },
        }),
      ),
    })),
  );
}
