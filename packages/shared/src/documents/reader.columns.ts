import type { SheetColumn } from '../basics/sheet.ts';
import { dayCell, timeCell, yesOrNo } from '../basics/sheet-cells.ts';
import type { DocumentReader } from './document.schema.ts';

/** One reader and one version. */
interface ReaderLine
  extends Pick<DocumentReader, 'name' | 'detail' | 'isReader' | 'openedAt' | 'confirmedAt' | 'number'> {
  version: number;
  sha256: string | null;
}

/** How far a reader is with the version of their row; and each other one that they confirmed, newest first. */
export function readerLines({ confirmations, version, ...reader }: DocumentReader): ReaderLine[] {
  const sha256 = confirmations.find(({ number }) => number === version)?.sha256 ?? null;
  const others = confirmations.filter(({ number }) => number !== version);
  return [
    { ...reader, version, sha256 },
    ...others.map(({ number, openedAt, at, sha256: hash }) => ({
      ...{ ...reader, version: number, openedAt, confirmedAt: at, sha256: hash },
    })),
  ];
}

/** The columns of a file of who reads a document: days and times of Amsterdam. */
export const readerColumns: readonly SheetColumn<ReaderLine>[] = [
  { header: { nl: 'Naam', en: 'Name' }, cell: ({ name }) => name },
  { header: { nl: 'Nummer of e-mail', en: 'Number or e-mail' }, cell: ({ detail }) => detail },
  {
    header: { nl: 'Nu lezer', en: 'Reader now' },
    cell: ({ isReader }, language) => yesOrNo(isReader, language),
  },
  { header: { nl: 'Versie', en: 'Version' }, cell: ({ version }) => version },
  { header: { nl: 'Geopend op', en: 'Opened on' }, cell: ({ openedAt }) => dayCell(openedAt) },
  { header: { nl: 'Geopend om', en: 'Opened at' }, cell: ({ openedAt }) => timeCell(openedAt) },
  { header: { nl: 'Bevestigd op', en: 'Confirmed on' }, cell: ({ confirmedAt }) => dayCell(confirmedAt) },
  { header: { nl: 'Bevestigd om', en: 'Confirmed at' }, cell: ({ confirmedAt }) => timeCell(confirmedAt) },
  { header: { nl: 'SHA-256 bevestigd', en: 'SHA-256 confirmed' }, cell: ({ sha256 }) => sha256 },
  { header: { nl: 'Nieuwste versie gezien', en: 'Newest version seen' }, cell: ({ number }) => number },
];
