import { type ClipboardEvent, type ReactNode, useState } from 'react';
import { isBlock, readBlock } from './block.ts';
import { PasteDialog } from './dialogs.tsx';
import { useEntryFields } from './entry-fields.ts';
import { doubtsOf, type PasteDoubts } from './paste.ts';
import { blankCell, setCell, type TypedSheet } from './sheet.ts';

interface Pasting {
  texts: { key: string; text: string }[];
  left: number;
  doubts: PasteDoubts;
}

/**
 * A block from a spreadsheet into a table of fields, from the field on that has the focus. `keyAt` says which cell stands at a place of the
 * table (`data-at`), where it can be typed in.
 */
export function usePaste(size: { columns: number }, keyAt: (row: number, column: number) => string | undefined) {
  const { entry, change } = useEntryFields();
  const [pasting, setPasting] = useState<Pasting>();

  function fill(texts: Pasting['texts']) {
    setPasting(undefined);
    const put = (sheet: TypedSheet, { key, text }: Pasting['texts'][number]) => {
      const cell = sheet.cells[key] ?? blankCell('hours', entry.placement.budgetNumber);
      return setCell(sheet, key, { ...cell, hours: text });
    };
    change((before) => texts.reduce(put, before));
  }

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const field = event.target;
    const text = event.clipboardData.getData('text/plain');
    if (!(field instanceof HTMLInputElement) || !field.dataset.at || !isBlock(text)) return;
    event.preventDefault();
    const [top = 0, start = 0] = field.dataset.at.split(':').map(Number);
    const block = readBlock(text);
    const texts: Pasting['texts'] = [];
    let left = 0;
    for (const [row, line] of block.entries()) {
      for (const [column, one] of line.entries()) {
        const key = keyAt(top + row, start + column);
        if (key) texts.push({ key, text: one });
        else if (one !== '') left += 1;
      }
    }
    const doubts = doubtsOf(block, size.columns - start, () => true);
    if (doubts || left > 0)
      setPasting({ texts, left, doubts: doubts ?? { isWide: false, isRagged: false, unread: 0 } });
    else fill(texts);
  }

  const dialog: ReactNode = pasting && (
    <PasteDialog
      {...pasting}
      count={pasting.texts.length}
      onClose={() => setPasting(undefined)}
      onPaste={() => fill(pasting.texts)}
    />
  );
  return { onPaste, dialog };
}
