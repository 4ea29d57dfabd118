import type { Period } from '@konnekt/shared/periods/period';
import type { Phase } from '@konnekt/shared/worksheets/worksheet.status';
import { paths } from '../../../kit/address/paths.ts';

export const phaseOf = { toFill: 'to-fill', toApprove: 'to-approve', toFinalise: 'to-finalise' } as const;
export type PhaseName = keyof typeof phaseOf;
export const phaseNames = Object.keys(phaseOf) as PhaseName[];

/** What a count is of. */
export interface Shown {
  period?: Pick<Period, 'type' | 'year' | 'number'> | undefined;
  year?: number | undefined;
  organisationId?: string | undefined;
  q?: string | undefined;
}

/** Where a count opens its list: the office's lists, or a supervisor's, who approves in the list that is ready to tick. */
export function phaseAddress(phase: Phase, shown: Shown, isOffice: boolean): string {
  if (isOffice) return `${paths.worksheets}?${search({ phase, ...shownWords(shown) })}`;
  if (phase !== 'to-approve') return statusAddress(shown, phase);
  const { period, organisationId, q } = shown;
  return `${paths.approve}?${search({ q, organisation: organisationId, period: period && `${period.type}-${period.year}-${period.number}` })}`;
}

/** The overview of one period or organisation, or with the list of a phase below it. */
export const statusAddress = (shown: Shown, phase?: Phase): string =>
  `${paths.status}?${search({ ...shownWords(shown), phase })}`;

const shownWords = ({ period, year, organisationId, q }: Shown) => ({
  q,
  organisation: organisationId,
  year: period?.year ?? year,
  period: period && `${period.type}-${period.number}`,
});

function search(words: Record<string, string | number | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(words))
    if (value !== undefined && value !== '') params.set(name, String(value));
  return params;
}
