import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../../api/problem-message.ts';
import { useFormat } from '../../../i18n/format.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { DayFields } from '../../hours/parts/day-fields.tsx';
import { AskUnchanged, AskWarnings, AskZero, dialog } from '../../hours/parts/dialogs.tsx';
import { useEntryFields } from '../../hours/parts/entry-fields.ts';
import { focusProblem } from '../../hours/parts/focus-problem.ts';
import { HoursWarnings, useNewWarnings } from '../../hours/parts/hours-warnings.tsx';
import { daysAhead, isSameContent } from '../../hours/parts/same-content.ts';
import type { Draft } from '../../hours/parts/use-draft.ts';
import { ReturnedNotice, returnOf } from '../parts/returned-notice.tsx';
import { ActBar, ActButton, type KeptState, useIsOnline } from './act-bar.tsx';
import { AddedParts } from './added-parts.tsx';
import { agreedOf, plannedOf } from './planned.ts';
import { SheetRemark } from './sheet-remark.tsx';
import type { Acts } from './use-week-acts.ts';
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
          <Bar entry={entry} stored={stored} typing={typing} acts={acts} />
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

/** An act that could not be done, in words, at the acts. */
function Failed({ acts }: { acts: Acts }) {
  const { t } = useTranslation('week');
  const { outcome } = acts;
  if (outcome?.kind === 'no-connection') {
    return (
      <Notice tone="warn" role="alert">
        {t(outcome.isOffline ? (outcome.act === 'save' ? 'notSaved' : 'notSent') : 'noAnswer')}
      </Notice>
    );
  }
  if (outcome?.kind !== 'failed') return null;
  return (
    <Notice tone="bad" role="alert">
      {problemMessage(outcome.error)}
    </Notice>
  );
}

function Bar(props: { entry: WorksheetEntry; stored: Worksheet | null; typing: Draft; acts: Acts }) {
  const { entry, stored, typing, acts } = props;
  const { t } = useTranslation(['week', 'common']);
  const format = useFormat();
  const { total, problems, warnings, read, today } = useEntryFields();
  const { t: hours } = useTranslation('hours');
  const [asks, setAsks] = useState<'zero' | 'unchanged' | 'warnings'>();
  const { isNew, tell } = useNewWarnings(stored?.warnings ?? []);
  const told = warnings.filter(isNew);
  const ahead = daysAhead(read.lines, entry.hourTypes, today);
  const [isAheadTold, setIsAheadTold] = useState(false);
  const returned = stored ? returnOf(stored) : undefined;
  const last = stored?.submissions.at(-1);
  const { state, text, act } = useKept(stored, typing, acts);
  // A supplement is a part: only the whole is compared with what was agreed.
  const planned = stored?.kind === 'supplement' ? 0 : plannedOf(entry);
  const { outcome } = acts;

  useEffect(() => {
    if (outcome?.kind === 'saved' || outcome?.kind === 'withdrawn') announce(t(`done.${outcome.kind}`));
  }, [outcome, t]);

  /** No hours, hours that came back and are as they were, or that stand out: asked once, before they go out. */
  function send() {
    if (total === 0) setAsks('zero');
    else if (returned && last && isSameContent(read, last)) setAsks('unchanged');
    else if (told.length > 0 || (ahead > 0 && !isAheadTold)) setAsks('warnings');
    else void acts.send();
  }

  const whenRight = (perform: () => void) => () => {
    const [first] = problems;
    if (!first) return perform();
    focusProblem(first);
  };

  return (
    <>
      <ActBar
        total={
          <>
            {planned > 0
              ? t('planned', { hours: format.hours(total), planned: format.hours(planned) })
              : t('hoursOf', { hours: format.hours(total) })}{' '}
            {warnings.length > 0 && (
              <span className={classes.attention}>{hours('attention', { count: warnings.length })}</span>
            )}
          </>
        }
        state={state}
        stateText={
          problems.length > 0 && !acts.busy ? `${text}. ${t('wrongCount', { count: problems.length })}.` : text
        }
        stateAct={act}
        notice={(outcome?.kind === 'no-connection' || outcome?.kind === 'failed') && <Failed acts={acts} />}
      >
        <ActButton
          loading={acts.busy === 'save'}
          disabled={acts.busy === 'send' || (stored !== null && !typing.draft)}
          onClick={whenRight(acts.save)}
        >
          {t('act.save')}
        </ActButton>
        <ActButton main loading={acts.busy === 'send'} disabled={acts.busy === 'save'} onClick={whenRight(send)}>
          {t(stored?.status === 'declined' ? 'act.sendAgain' : 'act.send')}
        </ActButton>
      </ActBar>
      {asks === 'warnings' && (
        <AskWarnings
          warnings={told}
          ahead={ahead}
          onClose={() => setAsks(undefined)}
          onSend={() => {
            tell(told);
            setIsAheadTold(true);
            setAsks(undefined);
            void acts.send();
          }}
        />
      )}
      {asks === 'unchanged' && (
        <AskUnchanged
          reason={returned?.reason ?? null}
          onClose={() => setAsks(undefined)}
          onSend={() => {
            setAsks(undefined);
            void acts.send();
          }}
        />
      )}
      {asks === 'zero' && (
        <AskZero
          title={t('zero.title', { period: t(`zero.period.${entry.period.type}`) })}
          text={t('zero.text')}
          back={t('common:action.back')}
          confirm={t('zero.confirm')}
          onClose={() => setAsks(undefined)}
          onSend={() => {
            setAsks(undefined);
            void acts.send();
          }}
        />
      )}
    </>
  );
}

const typedActions = ['save', 'send', 'withdraw'];

/** Whether what is in the fields is kept, and where. */
function useKept(stored: Worksheet | null, typing: Draft, acts: Acts) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const isOnline = useIsOnline();
  const { busy, outcome } = acts;
  const wasOffline = useRef(false);
  if (!isOnline) wasOffline.current = true;
  const lacksConnection = outcome?.kind === 'no-connection';
  const said = (state: KeptState, text: string, act?: React.ReactNode) => ({ state, text, act });

  if (busy === 'save') return said('busy', t('state.saving'));
  if (busy === 'send') return said('busy', t('state.sending'));
  if (typing.draft && !typing.isKept) return said('not-kept', t('state.notKept'));
  if (!isOnline) return said('offline', t('state.offline'));
  if (typing.draft && (lacksConnection || wasOffline.current)) {
    const act = (
      <Button variant="subtle" size="xs" onClick={() => void acts.save()}>
        {t('state.saveNow')}
      </Button>
    );
    // The device never lost its connection, but the server was out of reach.
    if (!wasOffline.current) return said('offline', t('state.offline'), act);
    return said('online-again', t('state.online'), act);
  }
  if (typing.draft) return said('typed', t('state.typed'));
  wasOffline.current = false;
  const savedAt = stored?.history.findLast(({ action }) => typedActions.includes(action))?.at;
  if (!savedAt) return said('nothing', t('state.nothing'));
  const isToday = calendarDayAt(savedAt) === calendarDayAt(new Date());
  return said('saved', t('state.saved', { when: isToday ? format.time(savedAt) : format.moment(savedAt) }));
}
