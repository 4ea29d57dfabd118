import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { Invoicing } from '@konnekt/shared/invoices/invoicing.contract';
import { percentage, percentText, type Typed, textOrNull, typedWholeNumber } from '../../kit/form/typed-values.ts';

export const invoicingSteps = [0, 1, 2] as const;
type Step = (typeof invoicingSteps)[number];
type StepName = keyof Invoicing['reminders']['steps'][Step];
/** A field of a step, as problems of the API name it. */
export const stepField = (step: Step, name: StepName) => `reminders/steps/${step}/${name}` as const;

export type InvoicingValues = Record<string, string | boolean>;

export const invoicingForm = (stored: Invoicing, language: 'nl' | 'en'): InvoicingValues => ({
  'numbers/invoice': stored.numbers.invoice,
  'numbers/credit': stored.numbers.credit,
  'numbers/digits': String(stored.numbers.digits),
  'reminders/isOn': stored.reminders.isOn,
  ...Object.fromEntries(
    invoicingSteps.flatMap((step) => [
      [stepField(step, 'days'), String(stored.reminders.steps[step].days)],
      [stepField(step, 'textNl'), stored.reminders.steps[step].textNl ?? ''],
      [stepField(step, 'textEn'), stored.reminders.steps[step].textEn ?? ''],
    ]),
  ),
  'budgets/warnFromBp': percentText(stored.budgets.warnFromBp, language),
  'budgets/warnDays': String(stored.budgets.warnDays),
});

/** What was typed, as the API takes it. */
export function invoicingBody(values: InvoicingValues): Typed<Invoicing> {
  const problems: FieldProblem[] = [];
  const text = (name: string) => String(values[name] ?? '');
  const number = (name: string) => typedWholeNumber(text(name), name, problems);
  const stepOf = (step: Step) => ({
    days: number(stepField(step, 'days')),
    textNl: textOrNull(text(stepField(step, 'textNl'))),
    textEn: textOrNull(text(stepField(step, 'textEn'))),
  });
  const body: Invoicing = {
    numbers: {
      invoice: text('numbers/invoice').trim(),
      credit: text('numbers/credit').trim(),
      digits: number('numbers/digits'),
    },
    reminders: { isOn: values['reminders/isOn'] === true, steps: [stepOf(0), stepOf(1), stepOf(2)] },
    budgets: {
      warnFromBp: percentage(text('budgets/warnFromBp'), 'budgets/warnFromBp', problems),
      warnDays: number('budgets/warnDays'),
    },
  };
  return { body, problems };
}
