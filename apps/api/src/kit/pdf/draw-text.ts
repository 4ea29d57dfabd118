import { draw } from './draw.ts';
import { plain, printable } from './fonts.ts';
import type { PdfOrder } from './pdf.worker.ts';

/**
 * Draws a document whose words are `data`: with a box for every sign that no font has, and where that does not do, for all that is not Latin,
 * Greek or Cyrillic. No document is refused for a name.
 */
export function drawText({
  data,
  pictures = [],
  attachment = null,
  ...order
}: { data: object } & Pick<PdfOrder, 'template' | 'madeAt'> & Partial<Pick<PdfOrder, 'pictures' | 'attachment'>>) {
  const drawn = (written: (text: string) => string) =>
    draw({
      ...order,
      pictures,
      attachment,
      data: JSON.stringify(data, (_, value) => (typeof value === 'string' ? written(value) : value)),
    });
  return drawn(printable).catch(() => drawn(plain));
}
