import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../../api/problem-message.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { WorksheetHours } from '../worksheet-hours.tsx';
import { saveWeek, useTakeIn, type WeekPlace } from './week-queries.ts';

/** What the employee or their supervisor saved, and the press that makes it the office's. */
export function TakeOver({ stored, place, name }: { stored: Worksheet; place: WeekPlace; name: string }) {
  const { t } = useTranslation('week');
  const takeIn = useTakeIn(place);
  const takeOver = useMutation({ mutationFn: () => saveWeek(place, stored, stored), onSuccess: takeIn });
  return (
    <>
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
          {problemMessage(takeOver.error)}
        </Notice>
      )}
      <WorksheetHours period={stored.period} hourTypes={stored.hourTypes} lines={stored.lines} />
    </>
  );
}
