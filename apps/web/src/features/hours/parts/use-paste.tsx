import { type ClipboardEvent, useState } from 'react';
import { isBlock, readBlock } from './block.ts';
import { PasteDialog } from './dialogs.tsx';
import { useEntryFields } from './entry-fields.ts';
import { placeOf } from './keys.ts';
import { doubtsOf, type Filling, type PasteDoubts, pasteInto } from './paste.ts';
import { blankCell, setCell, type TypedSheet } from './sheet.ts';

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
  const { paste, dialog } = usePasting<{ key: string; text: string }>(({ changes }) => {
    const put = (sheet: TypedSheet, { key, text }: (typeof changes)[number]) => {
      const cell = sheet.cells[key] ?? blankCell('hours', entry.placement.budgetNumber);
      return setCell(sheet, key, { ...cell, hours: text });
    };
    change((before) => changes.reduce(put, before));
  });

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!place || !isBlock(text)) return;
    event.preventDefault();
    const block = readBlock(text);
    const corners = { top: place.row, bottom: place.row, left: place.column, right: place.column };
    const filling = pasteInto(corners, block, ({ row, column }, text) => {
      const key = keyAt(row, column);
      return key === undefined ? undefined : { key, text };
    });
    const doubts = doubtsOf(block, size.columns - place.column, () => true);
    paste(filling, doubts ?? (filling.left > 0 ? { isWide: false, isRagged: false, unread: 0 } : undefined));
  }

  return { onPaste, dialog };
}
