import { isOffice } from '@konnekt/shared/basics/actor';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/session-queries.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from './entry-for.module.css';
import type { WeekPlace } from './week-queries.ts';

const TakeOver = lazy(async () => ({ default: (await import('./take-over.tsx')).TakeOver }));

/**
 * For the office, above the hours: whose they are. What the employee or their supervisor saved and did not send is shown, and changed only
 * after it was taken over: from then on it is the office's.
 */
export function EntryFor(props: {
  entry: WorksheetEntry;
  stored: Worksheet | null;
  place: WeekPlace;
  children: ReactNode;
}) {
  const { t } = useTranslation('week');
  const { entry, stored, place, children } = props;
  const isForOther = isOffice(useMe());
  const name = entry.placement.employeeName;
  if (!isForOther) return children;
  const isOpen = !stored || isOpenForEntry(stored.status);
  return (
    <div className={classes.for}>
      <Notice tone="info" title={t('for.title', { name })}>
        {isOpen && t('for.text')}
      </Notice>
      {stored && isOpen && stored.filledBy !== 'staff' ? (
        <Suspense>
          <TakeOver stored={stored} place={place} name={name} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  );
}
