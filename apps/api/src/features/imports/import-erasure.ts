import { keyForm } from '@konnekt/shared/basics/key-form';
import type { ImportChange, ImportResult } from '@konnekt/shared/imports/import.contract';

/** What a file may have said of somebody who is erased. */
export interface Erased {
  /** Numbers, addresses and user names: theirs alone. */
  keys: readonly string[];
  /** Their whole name, as a file or the product writes it. */
  names: readonly string[];
  /** What others may share: parts of the name, the address, a day. */
  parts: readonly string[];
}

const HIDDEN = '•';

/**
 * What an import said, without one person: their rows stay as rows, with nothing of what was in them, and so do all figures and the rows of
 * others. Nothing where it says nothing of them.
 */
export function withoutPerson(result: ImportResult, { keys, names, parts }: Erased): ImportResult | undefined {
  const [own, whole, shared] = [keys, names, parts].map((texts) => new Set(texts.map(keyForm))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const isOf = (text: unknown, ...of: Set<string>[]): boolean =>
    typeof text === 'string' && of.some((texts) => texts.has(keyForm(text)));
  const isTheirs = ({ name, fields }: ImportChange): boolean =>
    isOf(name, own, whole) || keyFields.some((field) => fields[field]?.some((cell) => isOf(cell, own)));
  const rows = new Set(result.sample.filter(isTheirs).map(({ row }) => row));
  const hidden = (found: ImportResult['errors'][number]) =>
    found.value !== null && (rows.has(found.row) || isOf(found.value, own, whole, shared))
      ? { ...found, value: HIDDEN }
      : found;
  const without: ImportResult = {
    ...result,
    columns: result.columns.map((column) => ({
      ...column,
      samples: column.samples.map((sample) => (isOf(sample, own, whole, shared) ? HIDDEN : sample)),
    })),
    errors: result.errors.map(hidden),
    notes: result.notes.map(hidden),
    sample: result.sample.map((change) => (rows.has(change.row) ? { ...change, name: HIDDEN, fields: {} } : change)),
  };
  return JSON.stringify(without) === JSON.stringify(result) ? undefined : without;
}

/** Fields of a file by which it names a person. */
const keyFields = ['personnelNumber', 'email', 'userName', 'placementNumber'];
