import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { ReminderRule, Reminders } from '@konnekt/shared/reminders/reminder.contract';
import { type ReminderRound, reminderRounds } from '@konnekt/shared/reminders/reminder.words';
import { clockText, clockTime, type Typed, textOrNull } from '../../kit/form/typed-values.ts';

/** A field of a round, as problems of the API name it. */
export const roundField = <N extends keyof ReminderRule>(round: ReminderRound, name: N) => `${round}/${name}` as const;

export type ReminderValues = Record<string, string | boolean>;

/** The rounds as texts and choices. */
export const reminderForm = (stored: Reminders): ReminderValues =>
  Object.assign(
    {},
    ...reminderRounds.map((round) => ({
      [roundField(round, 'isOn')]: stored[round].isOn,
      [roundField(round, 'weekday')]: String(stored[round].weekday),
      [roundField(round, 'minutes')]: clockText(stored[round].minutes),
      [roundField(round, 'textNl')]: stored[round].textNl ?? '',
      [roundField(round, 'textEn')]: stored[round].textEn ?? '',
    })),
  );

/** What was typed, as the API takes it. */
export function reminderBody(values: ReminderValues): Typed<Reminders> {
  const problems: FieldProblem[] = [];
  const ruleOf = (round: ReminderRound): ReminderRule => {
    const text = (name: keyof ReminderRule) => String(values[roundField(round, name)]);
    return {
      isOn: values[roundField(round, 'isOn')] === true,
      weekday: Number(text('weekday')),
      minutes: clockTime(text('minutes'), roundField(round, 'minutes'), problems),
      textNl: textOrNull(text('textNl')),
      textEn: textOrNull(text('textEn')),
    };
  };
  const body = {
    employees: ruleOf('employees'),
    supervisors: ruleOf('supervisors'),
    escalation: ruleOf('escalation'),
    office: ruleOf('office'),
  };
  return { body, problems };
}
