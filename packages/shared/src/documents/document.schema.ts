import { z } from 'zod';
import { zDay, zId, zInstant, zLanguage, zLine, zSearch, zSoundDay, zVersion } from '../basics/fields.ts';
import { zSheetAsked } from '../basics/sheet-asked.ts';
import { longest } from '../basics/text-rules.ts';
import { documentCategories, documentRoles, readerStates } from './document.words.ts';

const zNamed = z.object({ id: zId, name: z.string() });

const zDocumentFile = z.object({
  name: z.string(),
  mediaType: z.string(),
  size: z.int().describe('Bytes'),
  sha256: z.string(),
});

/** What the office says of a document, and may change. */
const about = {
  name: zLine(longest.documentName),
  category: z.enum(documentCategories),
  language: zLanguage.nullable().default(null).describe('None where it is for readers of any language'),
  validFrom: zSoundDay.nullable().default(null).describe('Readers see it from this day on'),
  validUntil: zSoundDay.nullable().default(null).describe('After this day it is one of the past'),
  asksConfirmation: z.boolean().default(false).describe('Each reader is to confirm that they have read it'),
};

/** Whom it is for: one person; or whoever is of the role and of the organisation, as far as they are named. */
const forWhom = {
  role: z.enum(documentRoles).nullable().default(null),
  organisationId: zId.nullable().default(null).describe('Who supervises there today, or works there'),
  personId: zId.nullable().default(null).describe('This person alone'),
};

export const zDocumentRow = z.object({
  id: zId,
  version: zVersion,
  name: z.string(),
  category: z.enum(documentCategories),
  language: zLanguage.nullable(),
  role: z.enum(documentRoles).nullable(),
  organisation: zNamed.nullable(),
  person: zNamed.nullable(),
  validFrom: zDay.nullable(),
  validUntil: zDay.nullable(),
  asksConfirmation: z.boolean(),
  number: z.int().describe('1, 2, 3 …: the version that readers see'),
  at: zInstant.describe('When that version was put there'),
  file: zDocumentFile,
  isNew: z.boolean().describe('For this reader, who has not opened that version; never once it has passed'),
  isToConfirm: z.boolean().describe('By this reader; never once it has passed'),
  openedAt: zInstant.nullable().describe('That version, by this reader'),
  confirmedAt: zInstant.nullable().describe('That version, by this reader'),
  opened: z.int().nullable().describe('How many have opened that version; the office’s alone'),
  confirmed: z.int().nullable().describe('How many have confirmed that version; the office’s alone'),
  removedAt: zInstant.nullable(),
});
export type DocumentRow = z.output<typeof zDocumentRow>;

const zDocumentVersion = z.object({
  number: z.int(),
  at: zInstant,
  byName: z.string(),
  file: zDocumentFile,
  isThere: z.boolean().describe('False where its file was removed'),
  opened: z.int(),
  confirmed: z.int(),
});
export type DocumentVersion = z.output<typeof zDocumentVersion>;

export const zDocument = zDocumentRow.extend({
  isToBeRead: z.boolean().describe('This reader is one of those it is for'),
  readers: z.int().nullable().describe('How many it is for today; the office’s alone'),
  versions: z.array(zDocumentVersion).describe('Newest first; the office’s alone'),
});
export type Document = z.output<typeof zDocument>;

export const zDocumentReader = z.object({
  id: zId,
  name: z.string(),
  isReader: z.boolean().describe('False of who has opened it, and is none of those it is for today'),
  detail: z.string().nullable().describe('Personnel number, or e-mail address'),
  version: z.int().describe('The version that was asked for, or what readers see'),
  openedAt: zInstant.nullable().describe('That version'),
  confirmedAt: zInstant.nullable().describe('That version'),
  number: z.int().nullable().describe('The newest version that they have opened or confirmed'),
  confirmations: z
    .array(z.object({ number: z.int(), openedAt: zInstant, at: zInstant, sha256: z.string() }))
    .describe('All versions that they confirmed, newest first, with the hash of what they read: they stay'),
});
export type DocumentReader = z.output<typeof zDocumentReader>;

/** Of which version readers are listed. */
export const zVersionOfReaders = z.coerce.number().int().min(1).max(10_000);

export const zReadersFile = z.object({
  ...zSheetAsked,
  q: zSearch.optional(),
  state: z.enum(readerStates).optional(),
  version: zVersionOfReaders.optional(),
});
export type ReadersFile = z.output<typeof zReadersFile>;

export const zNewDocument = z.object({
  id: zId.describe('Made by who sends it: what is sent twice is there once'),
  ...about,
  ...forWhom,
  fileId: zId,
});
export type NewDocument = z.output<typeof zNewDocument>;

/** Whom it is for stays as it is where that is not named. */
export const zChangeDocument = z.object({
  ...about,
  role: z.enum(documentRoles).nullable().optional(),
  organisationId: zId.nullable().optional(),
  personId: zId.nullable().optional(),
  version: zVersion,
});
export type ChangeDocument = z.output<typeof zChangeDocument>;
