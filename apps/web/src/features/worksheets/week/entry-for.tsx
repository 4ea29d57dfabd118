import { isOffice } from '@konnekt/shared/basics/actor';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../../api/problem-message.ts';
import { useMe } from '../../../api/session-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { WorksheetHours } from '../worksheet-hours.tsx';
import classes from './entry-for.module.css';
import { saveWeek, useTakeIn, type WeekPlace } from './week-queries.ts';

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
        <TakeOver stored={stored} place={place} name={name} />
      ) : (
        children
      )}
    </div>
  );
}

function TakeOver({ stored, place, name }: { stored: Worksheet; place: WeekPlace; name: string }) {
  const { t } = useTranslation('week');
  const { t: common } = useTranslation();
  const takeIn = useTakeIn(place);
  const takeOver = useMutation({ mutationFn: () => saveWeek(place, stored, stored), onSuccess: takeIn });
  return (
    <div className={classes.for}>
      <Notice
        tone="warn"
        title={t(`for.began.${stored.filledBy}`, { name })}
        actions={
          <Button size="xs" loading={takeOver.isPending} onClick={() => takeOver.mutate()}>
            {t('for.take')}
          </Button>
        }
      >
        {t('for.takeText')}
      </Notice>
      {takeOver.error && (
        <Notice tone="bad" role="alert">
          {problemMessage(common, takeOver.error)}
        </Notice>
      )}
      <WorksheetHours period={stored.period} hourTypes={stored.hourTypes} lines={stored.lines} />
    </div>
  );
}
