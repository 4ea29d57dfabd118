import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { IconChevronRight } from '@tabler/icons-react';
import classes from './unfold-button.module.css';
import { useRowLabel } from './worksheet-columns.tsx';

/** Shows the days of a row below it. `controls`: the id of where. */
export function UnfoldButton(props: {
  row: WorksheetRow;
  isOpen: boolean;
  controls: string;
  onToggle: (row: WorksheetRow) => void;
}) {
  const label = useRowLabel();
  const { row, isOpen, controls } = props;
  return (
    <button
      type="button"
      className={classes.unfold}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      aria-label={label('unfold', row)}
      onClick={() => props.onToggle(row)}
    >
      <IconChevronRight size={18} stroke={1.75} aria-hidden />
    </button>
  );
}
