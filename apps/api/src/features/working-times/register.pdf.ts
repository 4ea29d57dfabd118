import path from 'node:path';
import type { Language } from '@konnekt/shared/basics/actor';
import { weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { formatHours, sumMinutes } from '@konnekt/shared/basics/minutes';
import type { RegisterRow } from '@konnekt/shared/working-times/register';
import type { PlacedLine } from '@konnekt/shared/working-times/register.columns';
import type { WorkingTimes, WorkingTimesQuery } from '@konnekt/shared/working-times/working-time.contract';
import { drawText } from '#api/kit/pdf/draw-text';
import { fontNames } from '#api/kit/pdf/fonts';
import { registerWords } from './register-words.ts';

interface Register {
  agency: { name: string; accentColour: string };
  asked: WorkingTimesQuery;
  rows: readonly RegisterRow<PlacedLine>[];
  sums: WorkingTimes;
  today: string;
  language: Language;
  parts: { part: number; of: number };
}

/** The register on paper: a table per person, and what it lacks on top. */
export function registerPdf({ agency, asked, rows, sums, today, language, parts }: Register): Promise<Uint8Array> {
  const words = registerWords[language];
  return drawText({
    template: path.join(import.meta.dirname, 'register.typ'),
    data: {
      ...{ fonts: fontNames, accent: agency.accentColour, agency: agency.name, language },
      ...{
        date: today.split('-').map(Number),
        title: parts.of > 1 ? `${words.title} (${parts.part}/${parts.of})` : words.title,
        law: words.law,
        page: words.page,
      },
      between: words.between(day(asked.from), day(asked.until)),
      made: words.made(day(today)),
      gapsTitle: words.gaps,
      gaps: gapsOf(sums, language),
      complete: words.complete,
      columns: words.columns,
      people: [...Map.groupBy(rows, ({ employeeId }) => employeeId).values()].map((own) => personOf(own, language)),
    },
    madeAt: Date.parse(today) / 1000,
  });
}

function gapsOf({ workedMinutes, timedMinutes, untimed, missing }: WorkingTimes, language: Language): string[] {
  const words = registerWords[language];
  const hours = (minutes: number) => formatHours(minutes, language);
  return [
    ...(untimed.length > 0 ? [words.untimed(hours(workedMinutes - timedMinutes), hours(workedMinutes))] : []),
    ...(missing.count > 0 ? [words.missing(missing.count)] : []),
  ];
}

function personOf(rows: readonly RegisterRow<PlacedLine>[], language: Language) {
  const words = registerWords[language];
  const hours = (minutes: number) => formatHours(minutes, language);
  const places = new Set(rows.map(({ organisationName, functionName }) => `${organisationName}, ${functionName}`));
  return {
    name: rows[0]?.employeeSortName ?? '',
    places: [...places].join(' · '),
    rows: rows.map((row) => [
      row.date
        ? `${words.weekdays[weekdayOf(row.date) - 1]} ${day(row.date)}`
        : words.wholePeriod(day(row.startsOn), day(row.endsOn)),
      row.start ?? '',
      row.end ?? '',
      row.breakMinutes ? `${row.breakMinutes} min` : '',
      hours(row.minutes),
      row.restMinutes === null ? '' : hours(row.restMinutes),
      row.gap === 'no-times' ? words.noTimes : row.gap === 'correction' ? words.correction : '',
    ]),
    sum: [words.sum, hours(sumMinutes(rows.map(({ minutes }) => minutes)))],
  };
}

const day = (date: string): string => date.split('-').toReversed().join('-');
