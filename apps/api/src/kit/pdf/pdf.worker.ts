import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.ts';

/** A picture on a page, by the name under which the page asks for it. */
export interface Picture {
  name: string;
  content: Uint8Array;
}

/** What a document is made of: a Typst file, its words as JSON, pictures, and a file that is embedded. */
export interface PdfOrder {
  id: number;
  /** The path of the Typst file; it finds the rest beside it: `data.json`, the pictures by name, `attachment.xml`. */
  template: string;
  data: string;
  pictures: readonly Picture[];
  attachment: string | null;
  /** Seconds since 1970: the same document is the same bytes. */
  madeAt: number;
}
export type PdfAnswer = { id: number; pdf: Uint8Array } | { id: number; error: string };

/** Typst reads nothing outside. */
const workspace = path.resolve(import.meta.dirname, '../..');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFiles }] });

parentPort?.on('message', (order: PdfOrder) => {
  parentPort?.postMessage(make(order));
});

function make({ id, template, data, pictures, attachment, madeAt }: PdfOrder): PdfAnswer {
  const beside = (name: string) => path.join(path.dirname(template), name);
  const shadows = [
    ['data.json', Buffer.from(data)],
    ...pictures.map(({ name, content }) => [name, Buffer.from(content)] as const),
    ...(attachment === null ? [] : [['attachment.xml', Buffer.from(attachment)] as const]),
  ] as const;
  try {
    for (const [name, content] of shadows) compiler.mapShadow(beside(name), content);
    const result = compiler.compile({ mainFilePath: template });
    if (!result.result) return { id, error: JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? 'typst') };
    // PDF/A-3: it is kept for years, and an invoice holds the file for the bookkeeping.
    const pdf = compiler.pdf(result.result, { pdfStandard: 'a-3a' as never, creationTimestamp: madeAt });
    return { id, pdf };
  } catch (error) {
    return { id, error: String(error) };
  } finally {
    for (const [name] of shadows) compiler.unmapShadow(beside(name));
    // Else it remembers every document: a gigabyte after sixty.
    compiler.evictCache(0);
  }
}
