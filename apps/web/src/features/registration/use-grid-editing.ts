import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { announce } from '../../ui/announcer.tsx';
import { toast } from '../../ui/toast.tsx';
import { isBlock, readBlock, writeBlock } from '../hours/parts/block.ts';
import { atOf, placeAfter, placeOf, stepOf } from '../hours/parts/keys.ts';
import { doubtsOf, type Filling } from '../hours/parts/paste.ts';
import { cornersOf, type GridSelection, isSame, type Place, placesIn } from '../hours/parts/places.ts';
import { usePasting } from '../hours/parts/use-paste.tsx';
import { changeAt, type GridCells, isOpenCell, pasteIntoGrid, textInCell } from './grid-cells.ts';
import { budgetColumn } from './grid-columns.ts';
import type { CellChange, useGrid } from './use-grid.ts';

/** What keys, pointer and clipboard do in the grid: what they do in a spreadsheet. */
export function useGridEditing(options: {
  grid: ReturnType<typeof useGrid>;
  cells: GridCells;
  table: RefObject<HTMLElement | null>;
  /** Enter goes along the fields of a card, and then to the next. */
  isPhone: boolean;
  /** Before a row takes the focus. */
  onEnter: (row: number) => void;
}) {
  const { grid, cells, table, isPhone, onEnter } = options;
  const { t } = useTranslation('registration');
  const { language } = useFormat();
  const { put, cancel } = grid;
  const { rows, columns, isPerDay } = cells;
  const size = { rows: rows.length, columns: columns.length };
  const [selection, setSelection] = useState<GridSelection>();
  const [wanted, setWanted] = useState(-1);
  const { paste, dialog } = usePasting(fillIn);
  const dragged = useRef<Place>(undefined);
  const visit = useRef(0);

  const isOpen = ({ row, column }: Place): boolean => {
    const one = rows[row];
    return one !== undefined && isOpenCell(one, columns[column]?.key ?? '', isPerDay);
  };
  const openPlaces = (): Place[] =>
    placesIn({ top: 0, left: 0, bottom: size.rows - 1, right: size.columns - 1 }).filter(isOpen);
  const textAt = ({ row, column }: Place): string => {
    const one = rows[row];
    return one ? textInCell(one, columns[column]?.key ?? '', cells, language) : '';
  };
  const chosen = (active: Place): GridSelection => selection ?? { from: active, to: active };

  /** Draws the row if it was not, and brings it in sight. */
  const show = useCallback(
    (place: Place): HTMLElement | null | undefined => {
      if (!cellAt(table.current, place)) flushSync(() => setWanted(place.row));
      return cellAt(table.current, place);
    },
    [table],
  );
  function focus(place: Place) {
    onEnter(place.row);
    show(place);
    fieldAt(table.current, place)?.focus();
  }

  function fill(from: Place[], to: (place: Place) => Place) {
    put(from.flatMap((place) => changeAt(cells, place, textAt(to(place))) ?? []));
  }

  /** From the first chosen row over the others; of one row from the one above it. With Shift into the empty cells below. */
  function fillDown(active: Place, intoEmpty: boolean) {
    const { top, bottom, left, right } = cornersOf(chosen(active));
    const above = top < bottom ? top : placeAfter(active, { row: -1, column: 0 }, size, isOpen)?.row;
    if (intoEmpty) {
      const below = placesIn({ top: bottom + 1, bottom: size.rows - 1, left, right });
      const empty = below.filter((place) => textAt(place).trim() === '');
      fill(empty, ({ column }) => ({ row: bottom, column }));
    } else if (above !== undefined)
      fill(placesIn({ top: above + 1, bottom, left, right }), ({ column }) => ({ row: above, column }));
  }

  function fillRight(active: Place) {
    const corners = cornersOf(chosen(active));
    fill(placesIn({ ...corners, left: corners.left + 1 }), ({ row }) => ({ row, column: corners.left }));
  }

  function stepInHistory(step: 'undo' | 'redo', active: Place) {
    const placementId = grid[step]();
    const row = rows.findIndex((one) => one.row.placement.id === placementId);
    if (row >= 0) focus({ row, column: active.column });
    announce(t(`grid.${step}`));
  }

  /** With Ctrl: answers whether it was a key of the grid's. */
  function command(key: string, active: Place, isShifted: boolean): boolean {
    if (key === 'z' && !isShifted) stepInHistory('undo', active);
    else if (key === 'y' || key === 'z') stepInHistory('redo', active);
    else if (key === 'd') fillDown(active, isShifted);
    else if (key === 'r' && selection) fillRight(active);
    else if (key === 'home' || key === 'end') focus(openPlaces().at(key === 'home' ? 0 : -1) ?? active);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const field = event.target;
    const active = placeOf(field);
    if (!active || !(field instanceof HTMLInputElement) || event.nativeEvent.isComposing || event.altKey) return;
    const isEditing = field.dataset.editing !== undefined;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && command(key, active, event.shiftKey)) return event.preventDefault();
    if (key === 'f2') {
      field.dataset.editing = '';
      field.setSelectionRange(field.value.length, field.value.length);
      return event.preventDefault();
    }
    if (key === 'escape') {
      flushSync(() => cancel(visitOf(active)));
      delete field.dataset.editing;
      setSelection(undefined);
      field.select();
      return;
    }
    if ((key === 'delete' || key === 'backspace') && selection) {
      put(placesIn(cornersOf(selection)).flatMap((place) => changeAt(cells, place, '') ?? []));
      return event.preventDefault();
    }
    const step = stepOf(event, isEditing);
    if (!step || (isEditing && event.shiftKey && key !== 'enter')) return;
    event.preventDefault();
    if (event.shiftKey && key !== 'enter') {
      const { from, to } = chosen(active);
      const next = placeAfter(to, step, size, () => true);
      if (next) stretch({ from, to: next });
      return;
    }
    const next =
      isPhone && key === 'enter'
        ? openPlaces().find((place) => isAfter(place, active))
        : placeAfter(active, step, size, isOpen);
    if (next) focus(next);
    else setSelection(undefined);
  }

  function stretch(next: GridSelection) {
    setSelection(isSame(next.from, next.to) ? undefined : next);
    show(next.to)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const active = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!active || (!selection && !isBlock(text))) return;
    event.preventDefault();
    const corners = cornersOf(chosen(active));
    const block = readBlock(text);
    const filling = pasteIntoGrid(cells, corners, block);
    const isHours = (column: number) => columns[corners.left + column]?.key !== budgetColumn;
    paste(filling, doubtsOf(block, size.columns - corners.left, isHours));
  }

  function fillIn({ changes, left }: Filling<CellChange>) {
    put(changes);
    const said = t('grid.pasted', { count: changes.length });
    toast({
      tone: left > 0 ? 'bad' : 'good',
      message: left > 0 ? `${said} ${t('grid.pastedLess', { count: left })}` : said,
    });
  }

  /** Copies what is chosen, else the cell; letters chosen in a field that is being edited are the browser's own. */
  function onCopy(event: ClipboardEvent<HTMLElement>) {
    const active = placeOf(event.target);
    if (!active || (!selection && areLettersChosen(event.target))) return;
    event.preventDefault();
    const { top, bottom, left, right } = cornersOf(chosen(active));
    const block = Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (_, column) => textAt({ row: top + row, column: left + column })),
    );
    event.clipboardData.setData('text/plain', writeBlock(block));
    const isCut = event.type === 'cut';
    if (isCut) put(placesIn({ top, bottom, left, right }).flatMap((place) => changeAt(cells, place, '') ?? []));
    announce(t('grid.copiedCells', { count: (bottom - top + 1) * (right - left + 1) }));
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const place = placeOf(event.target);
    if (!place || event.pointerType === 'touch' || event.button !== 0) return;
    const active = event.shiftKey ? placeOf(document.activeElement) : undefined;
    if (active) {
      event.preventDefault();
      stretch({ from: active, to: place });
    } else {
      dragged.current = place;
      setSelection(undefined);
    }
  }

  function onPointerOver(event: PointerEvent<HTMLElement>) {
    if ((event.buttons & 1) === 0) dragged.current = undefined;
    const place = placeOf(event.target);
    const from = dragged.current;
    if (!from || !place || (!selection && isSame(from, place)) || !isOpen(from)) return;
    getSelection()?.removeAllRanges();
    setSelection(isSame(from, place) ? undefined : { from, to: place });
  }

  /** One stay in one cell: its letters are taken back together. */
  const visitOf = ({ row, column }: Place): string => `${visit.current} ${row} ${column}`;

  return {
    selection: selection && cornersOf(selection),
    wanted,
    focus,
    /** Asks about a block that does not fit as it is. */
    pasteDialog: dialog,
    /** Letters typed in a field. */
    type: useCallback(
      (place: Place, placementId: string, key: string, text: string) => {
        setSelection(undefined);
        put([{ placementId, key, text }], `${visit.current} ${place.row} ${place.column}`);
      },
      [put],
    ),
    handlers: {
      onKeyDown,
      onPaste,
      onCopy,
      onCut: onCopy,
      onPointerDown,
      onPointerOver,
      onFocus: ({ target }: { target: EventTarget }) => {
        if (!(target instanceof HTMLInputElement)) return;
        visit.current += 1;
        setSelection(undefined);
        target.select();
      },
      onBlur: ({ target }: { target: EventTarget }) => {
        if (target instanceof HTMLInputElement) delete target.dataset.editing;
      },
      onDoubleClick: ({ target }: { target: EventTarget }) => {
        if (target instanceof HTMLInputElement) target.dataset.editing = '';
      },
    },
  };
}

const cellAt = (grid: Element | null, place: Place) => grid?.querySelector<HTMLElement>(`[data-at="${atOf(place)}"]`);

const fieldAt = (grid: Element | null, place: Place) => cellAt(grid, place)?.querySelector('input');

const isAfter = (one: Place, other: Place): boolean =>
  one.row > other.row || (one.row === other.row && one.column > other.column);

/** Whether a field is being edited, or a part of its text is chosen. */
function areLettersChosen(field: EventTarget): boolean {
  if (!(field instanceof HTMLInputElement)) return false;
  const count = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  return field.dataset.editing !== undefined || (count > 0 && count < field.value.length);
}
