import type { Me } from '@konnekt/shared/accounts/account.schema';
import { isOffice } from '@konnekt/shared/basics/actor';
import { calendarDayAt, eachDay } from '@konnekt/shared/basics/calendar-day';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/session-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { EntryFieldsProvider } from '../../hours/parts/entry-fields.ts';
import { warningsOf } from '../../hours/parts/hours-warnings.tsx';
import { useEntryDraft } from '../../hours/parts/use-entry-draft.ts';
import { EntryFor } from './entry-for.tsx';
import { useWeekActs } from './use-week-acts.ts';
import { WeekEditor } from './week-editor.tsx';
import type { WeekPlace } from './week-queries.ts';

/** Of no use to who types; fetched once somebody does, so that it is there when the week is sent and a connection is not. */
const sentWeek = () => import('./sent-week.tsx');
const SentWeek = lazy(async () => ({ default: (await sentWeek()).SentWeek }));

/** A week (or a supplement of it): its fields while it can be changed, else what became of it. */
export function Week(props: {
  name: string;
  place: WeekPlace;
  entry: WorksheetEntry;
  stored: Worksheet | null;
  refresh: () => Promise<boolean>;
}) {
  const { name, place, entry, stored, refresh } = props;
  const me = useMe();
  const today = calendarDayAt(new Date());
  const firstHourTypeId = (entry.hourTypes.find(({ kind }) => kind === 'normal') ?? entry.hourTypes[0])?.id ?? '';
  const typing = useEntryDraft(name, entry, stored, firstHourTypeId);
  const { read } = typing;
  const warnings = useMemo(() => warningsOf(read.lines, entry), [read.lines, entry]);
  const acts = useWeekActs({ place, stored, typing, read, refresh });
  const days = useMemo(() => eachDay(entry.period.startsOn, entry.period.endsOn), [entry.period]);

  const part = useRef<HTMLDivElement>(null);
  const kept = useKeptFocus(part, (here) => here);

  const isTyped = typing.draft !== undefined;
  useEffect(() => {
    if (isTyped) void sentWeek().catch(() => undefined);
  }, [isTyped]);

  const blocked = reasonNotToFillIn(entry, me, today);
  if (!stored && blocked) return <Blocked entry={entry} reason={blocked} />;
  const fields = {
    entry,
    days,
    today,
    sheet: typing.sheet,
    read,
    problems: [...read.problems, ...acts.refused],
    warnings,
    change: (update: Parameters<typeof typing.change>[0]) => {
      acts.forget();
      typing.change(update);
    },
  };
  const isOpen = stored ? stored.allowed.includes('save') : true;
  return (
    <EntryFieldsProvider value={fields}>
      <div ref={part} {...kept} tabIndex={-1}>
        <EntryFor entry={entry} stored={stored} place={place}>
          {entry.isClosed && stored && isOpenForEntry(stored.status) && <Blocked entry={entry} reason="closed" />}
          {!stored && entry.hoursFrom !== null && entry.period.endsOn < entry.hoursFrom && (
            <Blocked entry={entry} reason="before" />
          )}
          {isOpen ? (
            <WeekEditor entry={entry} stored={stored} place={place} typing={typing} acts={acts} />
          ) : (
            stored && (
              <Suspense fallback={<Skeleton rows={8} height={28} />}>
                <SentWeek
                  entry={entry}
                  worksheet={stored}
                  place={place}
                  typing={typing}
                  acts={acts}
                  refresh={refresh}
                />
              </Suspense>
            )
          )}
        </EntryFor>
      </div>
    </EntryFieldsProvider>
  );
}

type Reason = 'before' | 'supervisor' | 'fixed' | 'future' | 'other' | 'own' | 'closed';

function reasonNotToFillIn({ placement, period, isClosed }: WorksheetEntry, me: Me, today: string) {
  const isOwn = placement.employeeId === me.employeeId;
  const reasons: [Reason, boolean][] = [
    ['fixed', placement.basis === 'fixed'],
    ['own', isOffice(me) && isOwn],
    ['supervisor', !isOffice(me) && placement.hoursBy === 'supervisor'],
    ['other', !isOffice(me) && !isOwn],
    ['future', period.startsOn > today],
    ['closed', isClosed],
  ];
  return reasons.find(([, holds]) => holds)?.[0];
}

function Blocked({ entry, reason }: { entry: WorksheetEntry; reason: Reason }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { period, hoursFrom } = entry;
  const words = {
    period: t(`zero.period.${period.type}`),
    day: format.dayInWords(period.startsOn),
    from: format.dayInFull(hoursFrom ?? period.startsOn),
  };
  return <Notice tone="info">{t(`blocked.${reason}`, words)}</Notice>;
}
