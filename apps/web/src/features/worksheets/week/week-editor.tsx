import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { DayFields } from '../../hours/parts/day-fields.tsx';
import { dialog } from '../../hours/parts/dialogs.tsx';
import { useEntryFields } from '../../hours/parts/entry-fields.ts';
import { HoursWarnings } from '../../hours/parts/hours-warnings.tsx';
import type { Draft } from '../../hours/parts/use-draft.ts';
import { ReturnedNotice, returnOf } from '../parts/returned-notice.tsx';
import { AddedParts } from './added-parts.tsx';
import { agreedOf, plannedOf } from './planned.ts';
import { SheetRemark } from './sheet-remark.tsx';
import type { Acts } from './use-week-acts.ts';
import { WeekActs } from './week-acts.tsx';
import classes from './week-editor.module.css';
import type { WeekPlace } from './week-queries.ts';
import { WeekTotals } from './week-totals.tsx';

/** Fetched where there is something to copy. */
const CopyMenu = lazy(async () => ({ default: (await import('./copy-menu.tsx')).CopyMenu }));
const WeekPast = lazy(async () => ({ default: (await import('./week-past.tsx')).WeekPast }));
/** Seldom needed, and then with a connection: fetched when it is. */
const ConflictPanel = dialog(async () => (await import('./conflict-panel.tsx')).ConflictPanel);

/** The week while it can be changed. */
export function WeekEditor(props: {
  entry: WorksheetEntry;
  stored: Worksheet | null;
  place: WeekPlace;
  typing: Draft;
  acts: Acts;
}) {
  const { t } = useTranslation('week');
  const { entry, stored, place, typing, acts } = props;
  const { sheet, total, warnings, nameOf, unitOf } = useEntryFields();
  const { standing } = typing;

  return (
    <div className={classes.editor}>
      {acts.outcome?.kind === 'withdrawn' && <Notice tone="good">{t('done.withdrawn')}</Notice>}
      <ReturnedNotice returned={stored && returnOf(stored)} />
      {standing?.kind === 'conflict' ? (
        <Suspense fallback={<Skeleton rows={4} height={44} />}>
          <ConflictPanel
            theirs={standing.theirs}
            base={typing.draft?.basedOn ?? null}
            savedAt={stored?.history.findLast(({ action }) => action === 'save')?.at}
            sheet={sheet}
            nameOf={nameOf}
            unitOf={unitOf}
            onDone={typing.rebase}
          />
        </Suspense>
      ) : (
        <>
          {stored?.kind !== 'supplement' && (
            <div className={classes.tools}>
              {(entry.previous || agreedOf(entry) > 0) && (
                <Suspense fallback={<span className={classes.room} />}>
                  <CopyMenu entry={entry} planned={agreedOf(entry)} />
                </Suspense>
              )}
            </div>
          )}
          <DayFields />
          <div className={classes.below}>
            <SheetRemark />
            <WeekTotals planned={stored?.kind === 'supplement' ? 0 : plannedOf(entry)} />
          </div>
          {stored && <AddedParts worksheet={stored} place={place} totalMinutes={total} />}
          <HoursWarnings warnings={warnings} />
          <WeekActs entry={entry} stored={stored} typing={typing} acts={acts} />
        </>
      )}
      {stored && (
        <Suspense>
          <WeekPast worksheet={stored} />
        </Suspense>
      )}
    </div>
  );
}
