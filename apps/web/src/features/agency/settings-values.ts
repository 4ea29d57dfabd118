import type { Settings } from '@konnekt/shared/agency/settings.contract';
import { writtenIban } from '@konnekt/shared/basics/business-numbers';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { lawLimits } from '@konnekt/shared/worksheets/working-time.limits';
import type { Input } from '../../api/client.ts';
import { clockText, clockTime, hoursText, minutes, type Typed, textOrNull } from '../../kit/form/typed-values.ts';

export type LimitName = keyof typeof lawLimits;
/** The limits of the law that an agency may set otherwise, in the order of the screen. */
export const limitNames = [
  'shift',
  'nightShift',
  'week',
  'fourWeeks',
  'sixteenWeeks',
  'dailyRest',
  'weeklyRest',
  'leastBreak',
  'leastLongBreak',
] as const satisfies readonly LimitName[];
export const limitField = (name: LimitName) => `warningLimits/${name}` as const;

export type SettingsValues = ReturnType<typeof settingsForm>;

/** The settings as texts and choices; a limit that is the law's is empty. */
export const settingsForm = (stored: Settings, language: 'nl' | 'en') => ({
  name: stored.name,
  logoFileId: stored.logoFileId ?? '',
  accentColour: stored.accentColour,
  helpdeskPhone: stored.helpdeskPhone,
  helpdeskEmail: stored.helpdeskEmail,
  mailFrom: stored.mailFrom ?? '',
  street: stored.street ?? '',
  postcode: stored.postcode ?? '',
  city: stored.city ?? '',
  kvkNumber: stored.kvkNumber ?? '',
  vatNumber: stored.vatNumber ?? '',
  iban: stored.iban ? writtenIban(stored.iban) : '',
  gAccountIban: stored.gAccountIban ? writtenIban(stored.gAccountIban) : '',
  lastApproval: stored.lastApproval,
  correctionsNeedApproval: stored.correctionsNeedApproval,
  approvalTextNl: stored.approvalTextNl ?? '',
  approvalTextEn: stored.approvalTextEn ?? '',
  paidOnWeekday: String(stored.paidOnWeekday),
  approveByWeekday: String(stored.approveByWeekday),
  approveByMinutes: clockText(stored.approveByMinutes),
  weekFiftyThree: stored.weekFiftyThree,
  hoursFrom: stored.hoursFrom ?? '',
  standsOutFromPlannedMinutes: hoursText(stored.standsOutFromPlannedMinutes, language),
  standsOutFromPreviousMinutes: hoursText(stored.standsOutFromPreviousMinutes, language),
  ...limitTexts(stored, language),
});

const limitTexts = ({ warningLimits }: Settings, language: 'nl' | 'en'): Record<`warningLimits/${LimitName}`, string> =>
  Object.assign(
    {},
    ...limitNames.map((name) => {
      const own = warningLimits[name];
      return { [limitField(name)]: own === undefined ? '' : hoursText(own, language) };
    }),
  );

/** What was typed, as the API takes it. Limits that this screen does not show stay as they are. */
export function settingsBody(values: SettingsValues, stored: Settings): Typed<Input<'PUT /api/settings'>['body']> {
  const problems: FieldProblem[] = [];
  const limits = { ...stored.warningLimits };
  for (const name of limitNames) {
    const text = values[limitField(name)];
    if (text.trim() === '') delete limits[name];
    else limits[name] = minutes(text, limitField(name), problems);
  }
  const { name, accentColour, helpdeskPhone, helpdeskEmail, lastApproval, correctionsNeedApproval, weekFiftyThree } =
    values;
  const body = {
    version: stored.version,
    name,
    accentColour,
    helpdeskPhone,
    helpdeskEmail,
    lastApproval,
    correctionsNeedApproval,
    weekFiftyThree,
    hoursFrom: textOrNull(values.hoursFrom),
    logoFileId: textOrNull(values.logoFileId),
    mailFrom: textOrNull(values.mailFrom),
    street: textOrNull(values.street),
    postcode: textOrNull(values.postcode),
    city: textOrNull(values.city),
    kvkNumber: textOrNull(values.kvkNumber),
    vatNumber: textOrNull(values.vatNumber),
    iban: textOrNull(values.iban),
    gAccountIban: textOrNull(values.gAccountIban),
    approvalTextNl: textOrNull(values.approvalTextNl),
    approvalTextEn: textOrNull(values.approvalTextEn),
    paidOnWeekday: Number(values.paidOnWeekday),
    approveByWeekday: Number(values.approveByWeekday),
    approveByMinutes: clockTime(values.approveByMinutes, 'approveByMinutes', problems),
    warningLimits: limits,
    standsOutFromPlannedMinutes: minutes(values.standsOutFromPlannedMinutes, 'standsOutFromPlannedMinutes', problems),
    standsOutFromPreviousMinutes: minutes(
      values.standsOutFromPreviousMinutes,
      'standsOutFromPreviousMinutes',
      problems,
    ),
  };
  return { body, problems };
}
