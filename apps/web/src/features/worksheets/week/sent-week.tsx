import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { problemMessage } from '../../../api/problem-message.ts';
import { useMe } from '../../../api/session-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { addsHours } from '../../../kit/address/adds-hours.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { draftName, readDraft } from '../../hours/parts/kept-draft.ts';
import type { Draft } from '../../hours/parts/use-draft.ts';
import { useThrowAway } from '../../hours/parts/use-throw-away.ts';
import { StatusBadge } from '../parts/status-badge.tsx';
import { SentContents } from './sent-contents.tsx';
import classes from './sent-week.module.css';
import { SheetRemark } from './sheet-remark.tsx';
import type { Acts } from './use-week-acts.ts';
import { useTakeIn, type WeekPlace } from './week-queries.ts';
import { WeekTotals } from './week-totals.tsx';

/** Of no use to a week that is not sent; fetched with one that is, so that it is there when a connection is not. */
const more = () => import('./more-hours.tsx');
const MoreHours = lazy(async () => ({ default: (await more()).MoreHours }));

/** A week that was sent: what it holds, each version of it, what became of it; taking it back, and adding hours. */
export function SentWeek(props: {
  entry: WorksheetEntry;
  worksheet: Worksheet;
  place: WeekPlace;
  typing: Draft;
  acts: Acts;
  refresh: () => Promise<boolean>;
}) {
  const { entry, worksheet, place, typing, acts, refresh } = props;
  const { t } = useTranslation('week');
  const { accountId } = useMe();
  const moreName = `${draftName(place.placementId, place.year, place.number, worksheet.id)}.more`;
  const wantsMore = addsHours(useLocation().state);
  const [adds, setAdds] = useState(() => wantsMore || readDraft(accountId, moreName) !== undefined);
  const throwAway = useThrowAway();
  const takeIn = useTakeIn(place);
  const { outcome } = acts;

  useEffect(() => {
    if (outcome?.kind === 'sent') announce(t('done.sent'));
  }, [outcome, t]);

  useEffect(() => void more().catch(() => undefined), []);

  const canWithdraw = worksheet.allowed.includes('withdraw');
  const canAdd = worksheet.allowed.includes('add-hours') && worksheet.kind === 'regular';
  return (
    <div className={classes.week}>
      {outcome?.kind === 'sent' && <Notice tone="good">{t('done.sent')}</Notice>}
      {typing.standing?.kind === 'sent' && (
        <Notice
          tone="warn"
          title={t('sentMeanwhile.title')}
          actions={
            <Button size="xs" variant="default" onClick={() => throwAway(typing)}>
              {t('sentMeanwhile.discard')}
            </Button>
          }
        >
          {t(canWithdraw ? 'sentMeanwhile.text' : 'sentMeanwhile.textFinal')}
        </Notice>
      )}
      <SentLine worksheet={worksheet} canWithdraw={canWithdraw} />
      {(canWithdraw || canAdd) && (
        <div className={classes.acts}>
          {canAdd && !adds && (
            <Button
              className={classes.act}
              variant="default"
              leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
              onClick={() => setAdds(true)}
            >
              {t('more.action')}
            </Button>
          )}
          {canWithdraw && (
            <Button
              className={classes.act}
              variant="default"
              leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
              loading={acts.busy === 'withdraw'}
              onClick={() => void acts.withdraw()}
            >
              {t('act.withdraw')}
            </Button>
          )}
        </div>
      )}
      {outcome?.kind === 'no-connection' && (
        <Notice tone="warn" role="alert">
          {t(outcome.isOffline ? 'notSent' : 'noAnswer')}
        </Notice>
      )}
      {outcome?.kind === 'failed' && (
        <Notice tone="bad" role="alert">
          {problemMessage(outcome.error)}
        </Notice>
      )}
      {adds && canAdd && (
        <Suspense fallback={<Skeleton rows={4} height={44} />}>
          <MoreHours
            name={moreName}
            entry={entry}
            worksheet={worksheet}
            takeIn={takeIn}
            refresh={refresh}
            below={
              <>
                <SheetRemark />
                <WeekTotals planned={0} />
              </>
            }
            onClose={() => setAdds(false)}
            onReopen={() => setAdds(true)}
          />
        </Suspense>
      )}
      <SentContents worksheet={worksheet} place={place} />
    </div>
  );
}

function SentLine({ worksheet, canWithdraw }: { worksheet: Worksheet; canWithdraw: boolean }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { submissions, waitsFor, status, filledBy } = worksheet;
  const sentAt = submissions.at(-1)?.sentAt;
  const names = format.oneOf(waitsFor);
  const words = [
    filledBy !== 'employee' && t(`sent.${filledBy === 'staff' ? 'byAgency' : 'registered'}`),
    sentAt && filledBy === 'employee' && t('sent.at', { when: format.moment(sentAt) }),
    status === 'submitted' && names && t('sent.waits', { names }),
    canWithdraw && t('sent.withdrawHint'),
  ].filter(Boolean);
  return (
    <p className={classes.line}>
      {worksheet.kind !== 'regular' && <StatusBadge status={status} />} {words.join(' ')}
    </p>
  );
}
