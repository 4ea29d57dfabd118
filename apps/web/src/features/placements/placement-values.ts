import type { Organisation } from '@konnekt/shared/organisations/organisation.schema';
import type { Placement } from '@konnekt/shared/placements/placement.schema';
import type { Input } from '../../api/client.ts';
import { hoursText, minutes, missing, type Typed, textOrNull } from '../../kit/form/typed-values.ts';

export type PlacementValues = ReturnType<typeof placementForm>;

/** Hours of a full week, where nothing else is known. */
const fullWeekMinutes = 2400;

/** A stored placement, or a new one from today, as texts. */
export const placementForm = (stored: Partial<Placement> & { startsOn: string }, language: 'nl' | 'en') => ({
  number: stored.number ?? '',
  employeeId: stored.employeeId ?? '',
  organisationId: stored.organisationId ?? '',
  functionName: stored.functionName ?? '',
  startsOn: stored.startsOn,
  endsOn: stored.endsOn ?? '',
  periodType: stored.periodType ?? ('week' as const),
  basis: stored.basis ?? ('flexible' as const),
  hoursBy: stored.hoursBy ?? ('employee' as const),
  entryMode: stored.entryMode ?? ('totals' as const),
  plannedMinutes: hoursText(stored.plannedMinutes ?? fullWeekMinutes, language),
  budgetNumber: stored.budgetNumber ?? '',
  costCentre: stored.costCentre ?? '',
  orderNumber: stored.orderNumber ?? '',
  project: stored.project ?? '',
  phase: stored.phase ?? '',
  notes: stored.notes ?? '',
});

/** What a client asks of hours, for a new placement there. */
export const rulesOfClient = ({ periodType, hoursBy, entryMode }: Organisation) => ({ periodType, hoursBy, entryMode });

/** What was typed, as the API takes it. */
export function placementBody(values: PlacementValues): Typed<Input<'POST /api/placements'>['body']> {
  const problems = missing(values, ['functionName', 'startsOn']);
  if (values.employeeId === '') problems.push({ pointer: '/employeeId', code: 'choose-one-listed' });
  if (values.organisationId === '') problems.push({ pointer: '/organisationId', code: 'choose-one-listed' });
  const plannedMinutes = minutes(values.plannedMinutes, 'plannedMinutes', problems);
  const body = {
    ...values,
    number: textOrNull(values.number),
    endsOn: textOrNull(values.endsOn),
    budgetNumber: textOrNull(values.budgetNumber),
    costCentre: textOrNull(values.costCentre),
    orderNumber: textOrNull(values.orderNumber),
    project: textOrNull(values.project),
    phase: textOrNull(values.phase),
    notes: textOrNull(values.notes),
    plannedMinutes,
  };
  return { body, problems };
}
