import { z } from 'zod';
import { zById, zId, zLanguage, zList, zPage, zSearch, zVersion } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import {
  zChangeDocument,
  zDocument,
  zDocumentReader,
  zDocumentRow,
  zNewDocument,
  zReadersFile,
  zVersionOfReaders,
} from './document.schema.ts';
import { documentCategories, documentRoles, documentViews, readerStates } from './document.words.ts';

const zCounts = z.object({
  unread: z.int().describe('Documents that this reader has not opened'),
  toConfirm: z.int().describe('Documents that this reader is still to confirm'),
});
export type DocumentCounts = z.output<typeof zCounts>;

const zNumber = z.int32().min(1).describe('The version that was on the screen');

export const documentRoutes = {
  'GET /api/documents': {
    access: 'signed-in',
    summary: 'Documents in sight, newest first',
    query: z.object({
      ...zPage,
      q: zSearch.optional(),
      view: z.enum(documentViews).default('current'),
      category: z.enum(documentCategories).optional(),
      language: zLanguage.optional().describe('Also those for any language'),
      role: z.enum(documentRoles).optional(),
      organisationId: zId.optional(),
      personId: zId.optional(),
    }),
    response: zList(zDocumentRow),
  },
  'GET /api/documents/counts': { access: 'signed-in', summary: 'How much is new', response: zCounts },
  'GET /api/documents/:id': {
    access: 'signed-in',
    summary: 'A document; of the office with its versions, and how far its readers are',
    params: zById,
    response: zDocument,
  },
  'GET /api/documents/:id/readers': {
    access: office,
    summary: 'Whom a document is for, and who has opened or confirmed it',
    params: zById,
    query: z.object({
      ...zPage,
      q: zSearch.optional(),
      state: z.enum(readerStates).optional(),
      version: zVersionOfReaders.optional().describe('How far they are with this one; else with what readers see'),
    }),
    response: zList(zDocumentReader),
  },
  'GET /api/documents/:id/readers/export': {
    access: office,
    summary:
      'The same as a file: who has opened and confirmed what, with the hash of what was confirmed; where no version is asked for, a line too for each other one that they confirmed',
    params: zById,
    query: zReadersFile,
    answersFile: true,
  },
  'GET /api/documents/:id/versions/:number/file': {
    access: 'signed-in',
    summary: 'What is in a version of a document; those before the last are the office’s to see',
    params: zById.extend({ number: z.coerce.number().int().min(1).max(10_000) }),
    answersFile: true,
  },
  'POST /api/documents': {
    access: office,
    summary:
      'Put a document there. What has this id already is answered as before where it is the same, and refused as `already-sent` where it is not',
    body: zNewDocument,
    response: zDocument,
    status: 201,
  },
  'PUT /api/documents/:id': {
    access: office,
    summary: 'Change what is said of a document, and whom it is for; who confirmed what stays known',
    params: zById,
    body: zChangeDocument,
    response: zDocument,
  },
  'POST /api/documents/:id/versions': {
    access: office,
    summary:
      'Put a new version in the place of the last; it is new to all readers again. Sent again for an answer that was lost, it is there once',
    params: zById,
    body: z.object({ version: zVersion, fileId: zId }),
    response: zDocument,
    status: 201,
  },
  'DELETE /api/documents/:id': {
    access: office,
    summary: 'Remove a document with the files of all its versions; who confirmed what stays known',
    params: zById,
    body: z.object({ version: zVersion }),
  },
  'POST /api/documents/:id/open': {
    access: 'signed-in',
    summary: 'The reader has opened a version',
    params: zById,
    body: z.object({ number: zNumber }),
    response: zDocument,
  },
  'POST /api/documents/:id/confirm': {
    access: 'signed-in',
    summary: 'The reader confirms that they have read a version, which they have opened before',
    params: zById,
    body: z.object({ number: zNumber, sha256: z.string().length(64).describe('Of the file that was read') }),
    response: zDocument,
  },
} as const satisfies Routes;
