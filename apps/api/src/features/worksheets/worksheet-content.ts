import { createHash } from 'node:crypto';
import { type Actor, isOffice } from '@konnekt/shared/basics/actor';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { NumberedLine } from '@konnekt/shared/worksheets/worksheet.lines';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { canonicalForm, type SealedContent, sealedLine } from '@konnekt/shared/worksheets/worksheet.seal';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import type { KnownHourType } from '#api/kit/catalogue';
import { invalidInput } from '#api/kit/problem';
import type { EntryRules } from './entry-rules.repository.ts';
import {
  allowedTypes,
  asClientWrites,
  budgetProblems,
  contentOf,
  problemsOf,
  receiptProblems,
} from './worksheet.checks.ts';
import type { StoredWorksheet } from './worksheet.repository.ts';
import type { EntryPlace } from './worksheet-entry.repository.ts';
import type { Seal, WorksheetContent } from './worksheet-writing.repository.ts';

export interface TypedContent {
  lines: HourLineInput[];
  remark: string | null;
}

type Place = Pick<EntryPlace, 'placement' | 'hourTypes'>;

interface Judging {
  actor: Actor;
  state?: 'draft' | 'to-send';
  stored?: StoredWorksheet;
  /** What was sent of the placement in the period and next to it. */
  sent?: readonly HourLineInput[];
}

/** A draft may still lack a budget number or a receipt; what is sent may not. */
export function checkedContent(
  typed: TypedContent,
  place: Place,
  period: Worksheet['period'],
  rules: EntryRules,
  { actor, state = 'draft', stored, sent }: Judging,
): WorksheetContent {
  const hourTypes = allowedTypes(hourTypesFor(actor, place), rules);
  const errors = problemsOf(typed.lines, { period, placement: place.placement, hourTypes, sent });
  if (state === 'to-send')
    errors.push(...budgetProblems(typed.lines, rules, period), ...receiptProblems(typed.lines, hourTypes));
  if (errors.length > 0) throw invalidInput(errors);
  return contentOf(asClientWrites(typed.lines, rules), typed.remark, hourTypes, stored);
}

export const hourTypesFor = (actor: Actor, { placement, hourTypes }: Place): KnownHourType[] =>
  hourTypes.filter(
    (type) =>
      type.isActive && (isOffice(actor) || (placement.hoursBy === 'employee' ? type.forEmployee : type.forSupervisor)),
  );

/** The sealed copy of what is sent now. */
export function sealOf(
  stored: Pick<StoredWorksheet, 'id' | 'placement' | 'period'> & { hourTypes: readonly HourType[] },
  lines: readonly NumberedLine[],
  remark: string | null,
): Seal {
  const types = new Map(stored.hourTypes.map((type) => [type.id, type]));
  const { type, year, number } = stored.period;
  const sealed: SealedContent = {
    worksheetId: stored.id,
    placementId: stored.placement.id,
    period: { type, year, number },
    lines: lines.map((line) =>
      sealedLine(line, types.get(line.hourTypeId) ?? { code: line.hourTypeId, unit: 'hours' }),
    ),
    remark,
  };
  const content = canonicalForm(sealed);
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
}
