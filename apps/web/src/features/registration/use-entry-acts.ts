import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui/toast.tsx';
import type { EntryQuestion } from './entry-asks.tsx';
import { focusField } from './focus-field.ts';
import { type RegisterAct, useRegister } from './registration-queries.ts';
import { problemsAt, type TypedProblem } from './typed-problems.ts';
import { useFailureWords } from './use-failure-words.ts';
import type { useTyped } from './use-typed.ts';

/** Saving and sending the hours of one employee: what is wrong, what is asked first, and what the API refused. */
export function useEntryActs(options: {
  registration: Registration;
  row: RegistrationRow;
  /** What is stored: the worksheet, or added hours that came back. */
  sheet: RegistrationRow['worksheet'];
  hours: ReturnType<typeof useTyped>;
  form: RefObject<HTMLFormElement | null>;
  /** Something stands out that nobody was asked about. */
  needsALook: boolean;
  onSent: () => void;
}) {
  const { registration, row, sheet, hours, form, needsALook, onSent } = options;
  const { sheet: typed, read } = hours;
  const { t } = useTranslation('registration');
  const wordsForFailure = useFailureWords();
  const register = useRegister();
  const [refused, setRefused] = useState<TypedProblem[]>([]);
  const [failure, setFailure] = useState<string>();
  const [wrong, setWrong] = useState(0);
  const [asks, setAsks] = useState<EntryQuestion>();

  async function act(name: RegisterAct, isSure = false) {
    if (register.isPending || registration.periodState !== 'open') return;
    forget();
    setWrong(read.problems.length);
    setAsks(undefined);
    const [first] = read.problems;
    if (first) return focusField(form.current, first.key);
    if (name === 'send' && !isSure && read.lines.length === 0) return setAsks('zero');
    if (name === 'send' && !isSure && !hours.draft && sheet?.returned?.isAsItWas) return setAsks('unchanged');
    if (name === 'send' && !isSure && needsALook) return setAsks('warnings');
    const basedOn = hours.trying(read);
    try {
      const { done, refused } = await register.mutateAsync({
        act: name,
        period: registration.period,
        rows: [
          {
            placementId: row.placement.id,
            worksheetId: basedOn?.id ?? null,
            version: basedOn?.version ?? null,
            lines: read.lines,
            remark: read.remark,
          },
        ],
      });
      const [refusal] = refused;
      if (refusal) return explain(refusal.code, problemsAt(refusal.errors, read.keys));
      for (const stored of done) hours.settle(typed, stored, read);
      toast({
        tone: 'good',
        message: name === 'send' ? t('entry.sent', { name: row.placement.employeeName }) : t('entry.saved'),
      });
      if (name === 'send') onSent();
    } catch (error) {
      setFailure(wordsForFailure(error));
    }
  }

  /** What was said of the hours as they were a moment ago. */
  function forget() {
    setFailure(undefined);
    setRefused([]);
    setWrong(0);
  }

  function explain(code: keyof typeof refusalTexts, problems: TypedProblem[]) {
    setRefused(problems);
    const [first] = problems;
    if (first) return focusField(form.current, first.key);
    // What changed is shown by itself: what is stored now has been asked again.
    if (code !== 'changed') setFailure(t(refusalTexts[code]));
  }

  return {
    act,
    forget,
    refused,
    failure,
    wrong,
    asks,
    closeAsks: () => setAsks(undefined),
    busy: register.isPending ? register.variables.act : undefined,
  };
}

const refusalTexts = {
  'invalid-input': 'refused.invalid-input',
  changed: 'refused.changed',
  'wrong-state': 'refused.wrong-state',
  'not-yours': 'refused.not-yours',
  'own-hours': 'refused.own-hours',
  'registered-by-employee': 'refused.registered-by-employee',
  'placement-has-fixed-hours': 'refused.placement-has-fixed-hours',
  'period-outside-placement': 'refused.period-outside-placement',
} as const;
