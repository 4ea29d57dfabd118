// @vitest-environment jsdom
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../../api/session-queries.ts';
import { cellsOfLines } from './cells-of-lines.ts';
import { readDraft, unkept } from './kept-draft.ts';
import { readSheet } from './read-sheet.ts';
import { cellKey, setCell, sheetFrom, type TypedSheet } from './sheet.ts';
import { line, normal, rules, typed } from './sheet-test-data.ts';
import { useDraft } from './use-draft.ts';

const accountId = 'anna';
const name = 'week.placement.2026.47';
const monday = '2026-11-16';
const key = cellKey(`${normal}.1`, monday);

/** Only what this looks at. */
const worksheet = (version: number, minutes: number) =>
  ({
    id: 'worksheet',
    version,
    status: 'draft',
    remark: null,
    lines: [{ number: 1, ...line(monday, minutes) }],
  }) as unknown as Worksheet;

function open(stored: Worksheet | null) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(meQuery.queryKey, {
    accountId,
    personId: 'person',
    name: 'Anna de Vries',
    email: 'anna@bureau.example',
    role: 'employee',
    language: 'nl',
    employeeId: 'employee',
    mayApprove: false,
    mayRegister: false,
    maySeeInvoices: false,
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(
    ({ stored }: { stored: Worksheet | null }) =>
      useDraft({ name, stored, read, fresh: sheetFrom(cellsOfLines(stored?.lines ?? [], 'nl'), '', normal) }),
    { wrapper, initialProps: { stored } },
  );
}
const read = (sheet: TypedSheet) => readSheet(sheet, rules);
const textIn = ({ sheet }: { sheet: TypedSheet }) => sheet.cells[key]?.hours ?? '';
const hours = (text: string) => (sheet: TypedSheet) => {
  const cell = typed({ [monday]: text }).cells[key];
  return cell ? setCell(sheet, key, cell) : sheet;
};
const kept = (text: string) => ({ form: 1, sheet: typed({ [monday]: text }), basedOn: null, tried: null });

/** What another window of this browser does with the typed hours: they are others now, or gone. `before` stood there. */
function elsewhere(text: string | undefined, before?: string) {
  const place = `konnekt.account.${accountId}.${name}`;
  const oldValue = before === undefined ? localStorage.getItem(place) : JSON.stringify(kept(before));
  if (text === undefined) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify(kept(text)));
  window.dispatchEvent(new StorageEvent('storage', { key: place, oldValue }));
}

describe('typing', () => {
  beforeEach(() => {
    localStorage.clear();
    unkept.clear();
  });

  it('is kept on the device at once, and is there for the next screen', () => {
    const first = open(null);
    act(() => first.result.current.change(hours('7,')));
    expect(readDraft(accountId, name)?.sheet.cells[key]?.hours).toBe('7,');
    first.unmount();
    expect(textIn(open(null).result.current)).toBe('7,');
  });

  it('is gone from the device once it is stored, and stays in the field as it was typed', () => {
    const { result, rerender } = open(null);
    act(() => result.current.change(hours('7,5')));
    rerender({ stored: worksheet(1, 450) });
    expect(readDraft(accountId, name)).toBeUndefined();
    expect(result.current.draft).toBeUndefined();
    expect(textIn(result.current)).toBe('7,5');
  });

  it('goes on after a save during which it went on', () => {
    const { result, rerender } = open(worksheet(1, 450));
    act(() => result.current.change(hours('8')));
    act(() => {
      result.current.trying({ lines: [line(monday, 480)], remark: null });
    });
    act(() => result.current.change(hours('8,5')));
    rerender({ stored: worksheet(2, 480) });
    expect(result.current.standing).toMatchObject({ kind: 'mine', basedOn: { version: 2 } });
    expect(textIn(result.current)).toBe('8,5');
  });

  it('stands against what somebody else stored', () => {
    const { result, rerender } = open(worksheet(1, 450));
    act(() => result.current.change(hours('8')));
    rerender({ stored: worksheet(2, 300) });
    expect(result.current.standing?.kind).toBe('conflict');
    act(() => result.current.rebase(result.current.sheet));
    expect(result.current.standing).toMatchObject({ kind: 'mine', basedOn: { version: 2 } });
  });

  it('comes back after it was thrown away', () => {
    const { result } = open(null);
    act(() => result.current.change(hours('7,5')));
    let restore = () => {};
    act(() => {
      restore = result.current.discard();
    });
    expect(readDraft(accountId, name)).toBeUndefined();
    act(() => restore());
    expect(textIn(result.current)).toBe('7,5');
    expect(readDraft(accountId, name)?.sheet.cells[key]?.hours).toBe('7,5');
  });

  it('that says nothing is not kept, and stays in the field', () => {
    const { result } = open(null);
    act(() => result.current.change(hours('8')));
    act(() => result.current.change(hours('-')));
    expect(result.current.draft).toBeUndefined();
    expect(readDraft(accountId, name)).toBeUndefined();
    expect(textIn(result.current)).toBe('-');
  });

  it('of added hours keeps the id that they were tried under', () => {
    const { result } = open(null);
    act(() => result.current.change(hours('8')));
    act(() => void result.current.trying({ lines: [], remark: null }, 'part'));
    act(() => result.current.change(hours('')));
    act(() => result.current.change(hours('9')));
    expect(result.current.draft?.partId).toBe('part');
  });

  it('is gone once it is told to be stored; what was typed since stays, on what is stored now', () => {
    const { result, rerender } = open(null);
    const stored = { lines: [line(monday, 480)], remark: null };
    act(() => result.current.change(hours('8')));
    const { settle, sheet } = result.current;
    act(() => result.current.change(hours('8,5')));
    act(() => settle(sheet, { id: 'worksheet', version: 1 }, stored));
    rerender({ stored: worksheet(1, 480) });
    expect(result.current.standing).toMatchObject({ kind: 'mine', basedOn: { version: 1 } });
    expect(textIn(result.current)).toBe('8,5');
    act(() => result.current.settle(result.current.sheet, { id: 'worksheet', version: 2 }, stored));
    expect(result.current.draft).toBeUndefined();
    expect(readDraft(accountId, name)).toBeUndefined();
  });
});

describe('typing in two windows of one browser', () => {
  beforeEach(() => {
    localStorage.clear();
    unkept.clear();
  });

  it('shows in both what was typed last', () => {
    const { result } = open(null);
    act(() => elsewhere('7'));
    expect(textIn(result.current)).toBe('7');
    act(() => result.current.change(hours('8')));
    expect(readDraft(accountId, name)?.sheet.cells[key]?.hours).toBe('8');
  });

  it('goes when the other window saved it or threw it away', () => {
    const { result } = open(null);
    act(() => elsewhere('7'));
    act(() => elsewhere(undefined));
    expect(result.current.draft).toBeUndefined();
    expect(readDraft(accountId, name)).toBeUndefined();
  });

  it('is kept again when the other window threw away something else', () => {
    const { result } = open(null);
    act(() => result.current.change(hours('1')));
    act(() => elsewhere(undefined, '7'));
    expect(textIn(result.current)).toBe('1');
    expect(readDraft(accountId, name)?.sheet.cells[key]?.hours).toBe('1');
  });

  it('stays as it stands here when the device could not keep the last of it', () => {
    const { result } = open(null);
    act(() => result.current.change(hours('1')));
    const { sheet } = result.current;
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    act(() => result.current.change(hours('12')));
    expect(result.current.isKept).toBe(false);
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: `konnekt.account.${accountId}.${name}` })));
    act(() => result.current.settle(sheet, { id: 'worksheet', version: 1 }, { lines: [], remark: null }));
    expect(textIn(result.current)).toBe('12');
    full.mockRestore();
  });
});
