import { buffer } from 'node:stream/consumers';
import type {
  Bookkeeping,
  LedgerContent,
  LedgerDefinition,
  LedgerExport,
  SavedBookkeeping,
} from '@konnekt/shared/ledger/ledger.contract';
import { ledgerPresets } from '@konnekt/shared/ledger/ledger.presets';
import { type LedgerRow, ledgerCsv, ledgerRows, ledgerSheet, ledgerTexts } from '@konnekt/shared/ledger/ledger.rules';
import { readPart, savePart } from '#api/features/agency/settings-part.service';
import { bounds, refuseFull } from '#api/kit/bounds';
import type { Author, Db, Transaction } from '#api/kit/database';
import { keepMade } from '#api/kit/files';
import { invalidInput, Problem } from '#api/kit/problem';
import { atFields, changedSince } from '#api/kit/records';
import { xlsxFile } from '#api/kit/sheet-file';
import { encodeText } from '#api/kit/text-encoding';
import * as ledger from './ledger.repository.ts';

const unset: Bookkeeping = { journal: null, accounts: [], vatCodes: { standard: null, reversed: null, none: null } };

export const readBookkeeping = (db: Transaction) => readPart(db, 'bookkeeping', unset);

export async function saveBookkeeping(
  db: Db,
  author: Author,
  bookkeeping: SavedBookkeeping,
): Promise<SavedBookkeeping> {
  await savePart(db, author, 'bookkeeping', bookkeeping);
  return readBookkeeping(db);
}

type Fields = Omit<LedgerDefinition, 'id' | 'version'>;
const fieldsOf = { ledger_definition_name_key: { pointer: '/name', code: 'taken' } };

export const addLedgerDefinition = (db: Db, author: Author, fields: Fields): Promise<LedgerDefinition> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      refuseFull(await ledger.countLedgerDefinitions(tx), bounds.exportDefinitions);
      return ledger.insertLedgerDefinition(tx, fields);
    }),
  );

export const changeLedgerDefinition = (db: Db, author: Author, id: string, version: number, fields: Fields) =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      const saved = await ledger.updateLedgerDefinition(tx, id, version, fields);
      if (!saved) throw await changedSince(tx, id, await ledger.findLedgerDefinition(tx, id));
      return saved;
    }),
  );

async function definitionOf(tx: Transaction, by: string): Promise<{ name: string; content: LedgerContent }> {
  if (by in ledgerPresets) return { name: by, content: ledgerPresets[by as keyof typeof ledgerPresets] };
  const found = await ledger.findLedgerDefinition(tx, by);
  if (!found) throw new Problem('not-found');
  return found;
}

interface Asked {
  /** A preset, or the id of a definition. */
  by: string;
  until: string;
}
/** So many rows are shown before there is a file. */
const previewRows = 20;

/** How a file would look of what is in none yet, and what is not set. */
export async function previewExport(db: Db, { by, until }: Asked) {
  const invoices = await ledger.listUnbooked(db, until);
  const { rows, lacks } = ledgerRows(invoices, await readBookkeeping(db));
  const { content } = await definitionOf(db, by);
  const definition = { ...content, hasTitles: true };
  const none = { vatKind: null, hourTypeId: null, hourTypeNl: null, hourTypeEn: null, invoiceNumber: null };
  return {
    invoices: invoices.length,
    ...sumsOf(rows),
    rows: ledgerTexts(definition, rows.slice(0, previewRows)),
    total: rows.length,
    lacks: lacks.map((lack) => ({ ...none, ...lack })),
  };
}

/** What a definition that is being typed makes of what is in no file yet. */
export async function previewLedgerDefinition(
  db: Db,
  today: string,
  content: LedgerContent,
): Promise<{ rows: string[][] }> {
  const { rows } = ledgerRows(await ledger.listUnbooked(db, today), await readBookkeeping(db));
  return { rows: rows.length === 0 ? [] : ledgerTexts(content, rows.slice(0, previewRows)) };
}

/** Makes the file of what is in none yet, one after another; refused while something is not set or there is nothing. */
export async function makeExport(db: Db, author: Author, { by, until }: Asked): Promise<LedgerExport> {
  const id = await db.transaction(
    author,
    async (tx) => {
      await ledger.holdLedger(tx);
      const invoices = await ledger.listUnbooked(tx, until);
      if (invoices.length === 0) throw new Problem('nothing-to-send');
      const { rows, lacks } = ledgerRows(invoices, await readBookkeeping(tx));
      if (lacks.length > 0) throw invalidInput(lacks.map(({ what }) => ({ pointer: `/${what}`, code: 'required' })));
      const { name, content: definition } = await definitionOf(tx, by);
      const fileId = await keepMade(tx, author.personId, 'invoice', {
        name: `boekhouding-${invoices[0]?.number}-${invoices.at(-1)?.number}.${definition.format}`,
        mediaType: mediaTypes[definition.format],
        content: await bytesOf(definition, rows),
      });
      const invoiceIds = invoices.map((invoice) => invoice.id);
      return ledger.insertExport(tx, author, { name, until, ...sumsOf(rows), fileId, invoiceIds });
    },
    { isLong: true },
  );
  const [made] = await ledger.listExports(db, id);
  if (!made) throw new Error('A file that was made is not there');
  return made;
}

const sumsOf = (rows: readonly LedgerRow[]) => ({
  netCents: rows.reduce((sum, { netCents }) => sum + netCents, 0),
  vatCents: rows.reduce((sum, { vatCents }) => sum + vatCents, 0),
});

const mediaTypes: Record<LedgerContent['format'], string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function bytesOf(definition: LedgerContent, rows: readonly LedgerRow[]): Promise<Buffer> {
  if (definition.format === 'csv') return encodeText(ledgerCsv(definition, rows), definition.encoding);
  async function* cells() {
    yield* ledgerSheet(definition, rows);
  }
  return buffer(xlsxFile(cells(), 'Boekhouding'));
}
