import { type ClipboardEvent, useState } from 'react';
import { isBlock, readBlock } from './block.ts';
import { PasteDialog } from './dialogs.tsx';
import { useEntryFields } from './entry-fields.ts';
import { placeOf } from './keys.ts';
import { doubtsOf, type Filling, type PasteDoubts, pasteInto } from './paste.ts';
import type { Place } from './places.ts';
import { blankCell, setCell, type TypedSheet } from './sheet.ts';

/**
 * A block from a spreadsheet into a table of fields, from the field on that has the focus: put at once where it fits as it is, else after a
 * yes. `columns`: how many the table has.
 */
export function usePastingAt<Change>(
  columns: number,
  fill: (block: readonly (readonly string[])[], place: Place) => Filling<Change>,
  put: (filling: Filling<Change>) => void,
) {
  const { paste, dialog } = usePasting(put);
  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!place || !isBlock(text)) return;
    event.preventDefault();
    const block = readBlock(text);
    const filling = fill(block, place);
    const doubts = doubtsOf(block, columns - place.column, () => true);
    paste(filling, doubts ?? (filling.left > 0 ? { isWide: false, isRagged: false, unread: [] } : undefined));
  }
  return { onPaste, dialog };
}

/** What is pasted is put at once where it fits as it is, else after a yes. */
export function usePasting<Change>(put: (filling: Filling<Change>) => void) {
  const [waiting, setWaiting] = useState<Filling<Change> & { doubts: PasteDoubts }>();
  const leave = () => setWaiting(undefined);
  return {
    paste(filling: Filling<Change>, doubts: PasteDoubts | undefined) {
      if (doubts) setWaiting({ ...filling, doubts });
      else put(filling);
    },
    dialog: waiting && (
      <PasteDialog
        doubts={waiting.doubts}
        count={waiting.changes.length}
        left={waiting.left}
        onClose={leave}
        onPaste={() => {
          leave();
          put(waiting);
        }}
      />
    ),
  };
}

/**
 * A block from a spreadsheet into a table of fields, from the field on that has the focus. `keyAt` says which cell stands at a place of the
 * table, where it can be typed in.
 */
export function usePaste(size: { columns: number }, keyAt: (row: number, column: number) => string | undefined) {
  const { entry, change } = useEntryFields();
  return usePastingAt<{ key: string; text: string }>(
    size.columns,
    (block, { row: top, column: left }) =>
      pasteInto({ top, bottom: top, left, right: left }, block, ({ row, column }, text) => {
        const key = keyAt(row, column);
        return key === undefined ? undefined : { key, text };
      }),
    ({ changes }) => {
      const put = (sheet: TypedSheet, { key, text }: (typeof changes)[number]) => {
        const cell = sheet.cells[key] ?? blankCell('hours', entry.placement.budgetNumber);
        return setCell(sheet, key, { ...cell, hours: text });
      };
      change((before) => changes.reduce(put, before));
    },
  );
}
