import { mostMegabytes } from '../documents/document.words.ts';

/** What a file can be handed in for. */
export const filePurposes = ['import', 'logo', 'receipt', 'bank', 'message', 'document', 'document-zip'] as const;
export type FilePurpose = (typeof filePurposes)[number];

const scans = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
const papers = [
  ...scans,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** By purpose: the most bytes, and what may be in it (by its content, not by its name). */
export const fileLimits = {
  /** A hundred thousand rows fit. What is no table the import says itself, with how to make one. */
  import: {
    mostBytes: 24 * 1024 * 1024,
    mediaTypes: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/zip',
      'application/x-cfb',
    ],
  },
  /** A month of a busy account. */
  bank: { mostBytes: 10 * 1024 * 1024, mediaTypes: ['application/xml', 'text/csv'] },
  /** Every screen shows it: small in bytes. */
  logo: { mostBytes: 300_000, mediaTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] },
  /** A photo of a telephone fits, and a scan of some pages. */
  receipt: {
    mostBytes: 12 * 1024 * 1024,
    mediaTypes: scans,
  },
  /** Goes with a message: pictures, documents, tables and words. */
  message: {
    mostBytes: 12 * 1024 * 1024,
    mediaTypes: [...papers, 'text/csv'],
  },
  /** Put there for others to read: pages, pictures and tables. */
  document: {
    mostBytes: mostMegabytes.document * 1024 * 1024,
    mediaTypes: papers,
  },
  /** Many of them at once; how large, both, the agency may set smaller. */
  'document-zip': { mostBytes: mostMegabytes.zip * 1024 * 1024, mediaTypes: ['application/zip'] },
} as const satisfies Record<FilePurpose, { mostBytes: number; mediaTypes: readonly string[] }>;

/** What everybody may hand in; the rest is the office's. */
export const isForEverybody = (purpose: FilePurpose): boolean => purpose === 'receipt' || purpose === 'message';

/** How wide and how high a picture may be. */
export const mostPixels = 4096;
