import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export interface Pdf {
  pages: number;
  /** Draws a page as wide as its canvas may be; `words` is what stands on it, once it is there. */
  draw(number: number, canvas: HTMLCanvasElement): { words: Promise<string>; off: () => void; isOff: () => boolean };
}

/** Opens a PDF at an address of ours. Neither scripts in it nor code that is made of text run. */
export function openPdf(address: string): { pdf: Promise<Pdf>; close: () => void } {
  const task = getDocument({ url: address, disableRange: true, disableStream: true, useWasm: false });
  return {
    pdf: task.promise.then((document) => ({
      pages: document.numPages,
      draw: (number, canvas) => {
        let isOff = false;
        return {
          words: draw(document, number, canvas, () => isOff),
          off: () => {
            isOff = true;
          },
          isOff: () => isOff,
        };
      },
    })),
    close: () => void task.destroy(),
  };
}

/** Wide enough for a sharp print on any screen, and no more pixels than a phone can hold. */
const [WIDEST, MOST_SCALE] = [1600, 3];

async function draw(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  isOff: () => boolean,
): Promise<string> {
  const page = await document.getPage(number);
  if (isOff()) return '';
  const { width } = page.getViewport({ scale: 1 });
  const wanted = Math.min(WIDEST, (canvas.parentElement?.clientWidth ?? 800) * devicePixelRatio);
  const viewport = page.getViewport({ scale: Math.min(MOST_SCALE, wanted / width) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
