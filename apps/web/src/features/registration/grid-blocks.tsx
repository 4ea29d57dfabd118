import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Rows are drawn by the block, and only near the window of the grid: three thousand fields would make every key slow. */
const rowsInBlock = 6;
/** In pixels, as a row and as a card on a phone, until a block was drawn once; then its own height holds its place. */
const heights = { row: 45, card: 130 };
const margin = '300px 0px';
/** So that the first look needs no second drawing. */
const drawnFirst = 3;

/** The rows of the grid as bodies of a table; `wanted` is a row that must be there now. */
export function GridBlocks(props: {
  count: number;
  wanted: number;
  columns: number;
  of: keyof typeof heights;
  row: (at: number) => ReactNode;
}) {
  const { count, wanted, columns, row } = props;
  return Array.from({ length: Math.ceil(count / rowsInBlock) }, (_, block) => {
    const first = block * rowsInBlock;
    const rows = Math.min(rowsInBlock, count - first);
    return (
      <GridBlock
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
        key={block}
        rows={rows}
        columns={columns}
        rowHeight={heights[props.of]}
        isDrawnFirst={block < drawnFirst}
        isWanted={wanted >= first && wanted < first + rows}
        row={(at) => row(first + at)}
      />
    );
  });
}

function GridBlock(props: {
  rows: number;
  columns: number;
  rowHeight: number;
  isDrawnFirst: boolean;
  isWanted: boolean;
  row: (at: number) => ReactNode;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const height = useRef(props.rows * props.rowHeight);
  const [isNear, setIsNear] = useState(props.isDrawnFirst);
  const isDrawn = isNear || props.isWanted;

  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        const isHere = element.contains(document.activeElement);
        if (!entry.isIntersecting && !isHere) height.current = entry.boundingClientRect.height || height.current;
        setIsNear(entry.isIntersecting || isHere);
      },
      { root: element.closest('[data-window]'), rootMargin: margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <tbody ref={body} aria-hidden={isDrawn ? undefined : true}>
      {isDrawn ? (
        Array.from({ length: props.rows }, (_, at) => props.row(at))
      ) : (
        <tr style={{ height: height.current }}>
          <td colSpan={props.columns} />
        </tr>
      )}
    </tbody>
  );
}
