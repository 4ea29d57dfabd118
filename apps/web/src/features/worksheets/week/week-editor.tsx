import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../../api/problem-message.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useAddress } from '../../../kit/address/use-address.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextAreaField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useMediaQuery } from '../../../ui/use-media-query.ts';
import { AskWarnings } from '../../hours/parts/dialogs.tsx';
import { HoursWarnings, useNewWarnings } from '../../hours/parts/hours-warnings.tsx';
import { wholeSheet } from '../../hours/parts/read-sheet.ts';
import { wrongText } from '../../hours/parts/wrong-text.ts';
import { ReturnedNotice, returnOf } from '../parts/returned-notice.tsx';
import { WorksheetHistory } from '../worksheet-history.tsx';
import { WorksheetHours } from '../worksheet-hours.tsx';
import { WorksheetVersions } from '../worksheet-versions.tsx';
import { ActBar, ActButton, type KeptState, useIsOnline } from './act-bar.tsx';
import { AddedParts } from './added-parts.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { DayCards } from './day-cards.tsx';
import { useEntryFields } from './entry-fields.ts';
import { focusProblem } from './focus-problem.ts';
import { plannedOf } from './planned.ts';
import { ShiftDays } from './shift-days.tsx';
import type { Typing } from './use-typing.ts';
import type { Acts } from './use-week-acts.ts';
import classes from './week-editor.module.css';
import type { WeekPlace } from './week-queries.ts';
import { WeekTotals } from './week-totals.tsx';

/** A desk shows a table; a phone does without its code. */
const tables = () => import('./week-tables.tsx');
const LongTable = lazy(async () => ({ default: (await tables()).LongTable }));
const WeekTable = lazy(async () => ({ default: (await tables()).WeekTable }));
/** Seldom needed, and then with a connection: fetched when it is. */
const ConflictPanel = lazy(async () => ({ default: (await import('./conflict-panel.tsx')).ConflictPanel }));

/** The week while it can be changed. */
export function WeekEditor(props: { stored: Worksheet | null; place: WeekPlace; typing: Typing; acts: Acts }) {
  const { t } = useTranslation('week');
  const { stored, place, typing, acts } = props;
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
            onDone={typing.settle}
          />
        </Suspense>
      ) : (
        <>
          {stored?.kind !== 'supplement' && (
            <div className={classes.tools}>
              <CopyMenu />
            </div>
          )}
          <HoursFields />
          <div className={classes.below}>
            <SheetRemark />
            <WeekTotals isAddition={stored?.kind === 'supplement'} />
          </div>
          {stored && <AddedParts worksheet={stored} place={place} totalMinutes={total} />}
          <HoursWarnings warnings={warnings} />
          <Bar stored={stored} typing={typing} acts={acts} />
        </>
      )}
      {stored && (
        <div className={classes.past} data-versions={stored.submissions.length > 0 || undefined}>
          <WorksheetHistory worksheet={stored} />
          <SentVersions worksheet={stored} />
        </div>
      )}
    </div>
  );
}

/** What was sent before, to look at while it is mended. */
function SentVersions({ worksheet }: { worksheet: Worksheet }) {
  const wanted = Number(useAddress().read('version'));
  const shown = worksheet.submissions.find(({ number }) => number === wanted);
  return (
    <div className={classes.versions}>
      <WorksheetVersions
        submissions={worksheet.submissions}
        hourTypes={worksheet.hourTypes}
        shown={shown?.number}
        keepsLatest
      />
      {shown && <WorksheetHours period={worksheet.period} hourTypes={worksheet.hourTypes} lines={shown.lines} />}
    </div>
  );
}

/** The fields in the form that fits: times by day, or a table on a desk and cards on a phone. */
export function HoursFields() {
  const { entry, sheet } = useEntryFields();
  const isWide = useMediaQuery('(min-width: 75em)');
  const hasTimes = entry.placement.entryMode === 'times' || Object.values(sheet.cells).some(({ by }) => by === 'times');
  if (hasTimes) return <ShiftDays />;
  if (!isWide) return <DayCards />;
  return (
    <>
      <ClosedDays />
      <Suspense fallback={<Skeleton rows={4} height={44} />}>
        {entry.period.type === 'week' ? <WeekTable /> : <LongTable />}
      </Suspense>
    </>
  );
}

/** Why some days of the table cannot be typed in. */
function ClosedDays() {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { entry } = useEntryFields();
  const { period, openFrom, openUntil } = entry;
  const reasons = [
    openFrom > period.startsOn && t('closedBefore', { day: format.dayInWords(openFrom) }),
    openUntil < period.endsOn && t('closedAfter', { day: format.dayInWords(openUntil) }),
  ].filter(Boolean);
  return reasons.length > 0 && <Notice tone="info">{reasons.join(' ')}</Notice>;
}

export function SheetRemark() {
  const { t } = useTranslation('week');
  const { t: hours } = useTranslation('hours');
  const { sheet, problemOf, change } = useEntryFields();
  const problem = problemOf(wholeSheet, 'remark');
  return (
    <TextAreaField
      label={t('sheetRemark')}
      description={t('sheetRemarkHint')}
      rows={3}
      limit={longest.sheetRemark}
      counts
      data-cell={wholeSheet}
      data-field="remark"
      value={sheet.remark}
      error={problem && hours(wrongText(problem))}
      onChange={(event) => {
        const remark = event.currentTarget.value;
        change((before) => ({ ...before, remark }));
      }}
    />
  );
}

/** An act that could not be done, in words, at the acts. */
function Failed({ acts }: { acts: Acts }) {
  const { t } = useTranslation('week');
  const { t: common } = useTranslation();
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
      {problemMessage(common, outcome.error)}
    </Notice>
  );
}

function Bar({ stored, typing, acts }: { stored: Worksheet | null; typing: Typing; acts: Acts }) {
  const { t } = useTranslation(['week', 'common']);
  const format = useFormat();
  const { entry, total, problems, warnings } = useEntryFields();
  const { t: hours } = useTranslation('hours');
  const [asks, setAsks] = useState<'zero' | 'warnings'>();
  const { isNew, tell } = useNewWarnings(stored?.warnings ?? []);
  const told = warnings.filter(isNew);
  const { state, text, act } = useKept(stored, typing, acts);
  // A supplement is a part: only the whole is compared with what was agreed.
  const planned = stored?.kind === 'supplement' ? 0 : plannedOf(entry);
  const { outcome } = acts;

  useEffect(() => {
    if (outcome?.kind === 'saved' || outcome?.kind === 'withdrawn') announce(t(`done.${outcome.kind}`));
  }, [outcome, t]);

  /** No hours, or hours that stand out: asked once, before they go out. */
  function send() {
    if (total === 0) setAsks('zero');
    else if (told.length > 0) setAsks('warnings');
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
          onClose={() => setAsks(undefined)}
          onSend={() => {
            tell(told);
            setAsks(undefined);
            void acts.send();
          }}
        />
      )}
      {asks === 'zero' && (
        <Dialog
          title={t('zero.title', { period: t(`zero.period.${entry.period.type}`) })}
          onClose={() => setAsks(undefined)}
        >
          <p>{t('zero.text')}</p>
          <DialogActions>
            <Button variant="default" data-autofocus onClick={() => setAsks(undefined)}>
              {t('common:action.back')}
            </Button>
            <Button
              onClick={() => {
                setAsks(undefined);
                void acts.send();
              }}
            >
              {t('zero.confirm')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}

const typedActions = ['save', 'send', 'withdraw'];

/** Whether what is in the fields is kept, and where. */
function useKept(stored: Worksheet | null, typing: Typing, acts: Acts) {
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
