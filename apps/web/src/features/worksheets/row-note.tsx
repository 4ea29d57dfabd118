import type { RefusalCode } from '@konnekt/shared/worksheets/worksheet-step.schema';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './row-note.module.css';
import type { Selection } from './selection.ts';

export type Note = RefusalCode | 'changed-since-ticked';

/** What must be said at a row: why it was refused, or that it changed under the tick. */
export function noteOf(
  selection: Selection | undefined,
  row: { id: string | null; version: number | null },
): Note | undefined {
  if (!selection || row.id === null) return undefined;
  const tick = selection.ticks[row.id];
  if (!tick) return undefined;
  const refused = selection.refused[row.id];
  if (refused) return refused;
  return tick.version === row.version ? undefined : 'changed-since-ticked';
}

/** `children` say it where more is known than the note itself. */
export function RowNote({ note, children }: { note: Note; children?: string | undefined }) {
  const { t } = useTranslation('worksheets');
  return (
    <span className={classes.note}>
      <IconAlertCircle size={15} stroke={2} aria-hidden />
      {children ?? (note === 'changed-since-ticked' ? t('changedSinceTicked') : t(`refused.${note}`))}
    </span>
  );
}
