import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { isSent } from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { takeAnswer } from '../../../api/take-answer.ts';
import { meaningOfLine } from '../../hours/parts/same-content.ts';
import type { Content } from '../../hours/parts/sheet.ts';
import { tellHoursStored } from '../../hours/parts/stored-elsewhere.ts';
import { worksheetKeys, worksheetQuery } from '../parts/worksheet-queries.ts';

export interface WeekPlace {
  placementId: string;
  year: number;
  number: number;
}

/** All that filling in one period of a placement needs. */
export const entryQuery = ({ placementId, year, number }: WeekPlace) =>
  queryOptions({
    queryKey: [...worksheetKeys.entries, placementId, year, number],
    queryFn: ({ signal }) =>
      call('GET /api/placements/:id/entry', { params: { id: placementId }, query: { year, number } }, { signal }),
  });

const body = ({ lines, remark }: Content) => ({ lines: lines.map((line): HourLineInput => line), remark });

/** Stores what was typed: a new draft, or on the version that it was based on. */
export const saveWeek = (place: WeekPlace, basedOn: { id: string; version: number } | null, content: Content) =>
  basedOn
    ? call('PUT /api/worksheets/:id', {
        params: { id: basedOn.id },
        body: { version: basedOn.version, ...body(content) },
      })
    : call('POST /api/worksheets', { body: { ...place, ...body(content) } });

export const sendWeek = ({ id, version }: { id: string; version: number }) =>
  call('POST /api/worksheets/:id/send', { params: { id }, body: { version } });

export const withdrawWeek = ({ id, version }: { id: string; version: number }) =>
  call('POST /api/worksheets/:id/withdraw', { params: { id }, body: { version } });

/** What was sent beside it goes along: a worksheet that is taken back is to be typed in, and no more what that has to fit with. */
function withWorksheet(entry: WorksheetEntry, worksheet: Worksheet): WorksheetEntry {
  const linesOf = (one: Worksheet | null) =>
    one && isSent(one.status) ? one.lines.map(({ number: _, ...line }) => line) : [];
  const gone = linesOf(entry.worksheet).map(meaningOfLine);
  const others = entry.sent.filter((line) => {
    const at = gone.indexOf(meaningOfLine(line));
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
  return { ...entry, worksheet, sent: [...others, ...linesOf(worksheet)] };
}

/** Puts what an act answered where the screens read it, and lets everything else that shows it be asked again. */
export function useTakeIn(place: WeekPlace) {
  const queryClient = useQueryClient();
  return (worksheet: Worksheet) => {
    const { queryKey } = entryQuery(place);
    takeAnswer(queryClient, worksheetQuery(worksheet.id).queryKey, worksheet);
    if (worksheet.kind === 'regular') {
      takeAnswer<WorksheetEntry>(queryClient, queryKey, (entry) => entry && withWorksheet(entry, worksheet));
    } else {
      void queryClient.invalidateQueries({ queryKey });
    }
    tellHoursStored();
    void queryClient.invalidateQueries({ queryKey: worksheetKeys.home });
    void queryClient.invalidateQueries({ queryKey: worksheetKeys.lists });
  };
}
