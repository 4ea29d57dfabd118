import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.ts';

/** A picture on a page, by the name under which the page asks for it. */
export interface Picture {
  name: string;
  content: Uint8Array;
}

/** What a page is made of: its words as JSON, pictures, and a file that is embedded. */
export interface PdfOrder {
  id: number;
  data: string;
  pictures: readonly Picture[];
  attachment: string | null;
  /** Seconds since 1970: the same invoice is the same bytes. */
  madeAt: number;
}
export type PdfAnswer = { id: number; pdf: Uint8Array } | { id: number; error: string };

const workspace = import.meta.dirname;
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFiles }] });

parentPort?.on('message', (order: PdfOrder) => {
  parentPort?.postMessage(make(order));
});

function make({ id, data, pictures, attachment, madeAt }: PdfOrder): PdfAnswer {
  const shadows = [
    ['data.json', Buffer.from(data)],
    ...pictures.map(({ name, content }) => [name, Buffer.from(content)] as const),
    ...(attachment === null ? [] : [['invoice.xml', Buffer.from(attachment)] as const]),
  ] as const;
  try {
    for (const [name, content] of shadows) compiler.mapShadow(path.join(workspace, name), content);
    const result = compiler.compile({ mainFilePath: path.join(workspace, 'invoice.typ') });
    if (!result.result) return { id, error: JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? 'typst') };
    // PDF/A-3: it is kept for seven years, and holds the file for the bookkeeping.
    const pdf = compiler.pdf(result.result, { pdfStandard: 'a-3a' as never, creationTimestamp: madeAt });
    return { id, pdf };
  } catch (error) {
    return { id, error: String(error) };
  } finally {
    for (const [name] of shadows) compiler.unmapShadow(path.join(workspace, name));
    // Else it remembers every document: a gigabyte after sixty.
    compiler.evictCache(0);
  }
}
