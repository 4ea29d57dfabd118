import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { type FormEvent, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { focusFirstWrong } from '../../ui/focus-wrong.ts';
import { type Clash, hasField, isSameForm, rebase, type Values } from './record-draft.ts';
import { useProblems } from './use-problems.ts';

/** Wrong fields that the screen finds itself, before it asks. */
export class FormProblems extends Error {
  readonly errors: FieldProblem[];
  constructor(errors: FieldProblem[]) {
    super('Wrong fields');
    this.errors = errors;
  }
}

interface Options<V, R> {
  /** What is stored, as the fields have it; for a new record what the fields begin with. */
  stored: V;
  /** What can be seen to be wrong before anything is sent: said when it is pressed, until it is mended. */
  find?: (values: V) => readonly FieldProblem[];
  /** Throws `FormProblems` for what only shows when it is read or was asked. */
  save: (values: V) => Promise<R>;
  /** What the fields say once it was saved. */
  formOf: (saved: R) => V;
  onSaved?: (saved: R) => void;
  /** Asks for the record anew, after somebody else changed it. */
  refresh?: () => Promise<unknown>;
}

/**
 * A form over a record: nothing typed is lost. What is wrong stands at its field and the first of them takes focus; a change by
 * somebody else comes in beneath what was typed, and fields that both changed are named.
 */
export function useRecordForm<V extends Values, R>({ stored, find, save, formOf, onSaved, refresh }: Options<V, R>) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(stored);
  const [values, setValues] = useState(stored);
  const {
    problems: errors,
    press,
    refuse,
    touch,
    forget,
  } = useProblems(find?.(values) ?? [], (pointer) => hasField(values, pointer));
  const [refusals, setRefusals] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const [changed, setChanged] = useState<{ by?: string | undefined; clashes: Clash[] }>();
  const [isBusy, setIsBusy] = useState(false);
  const [hasSaved, setHasSaved] = useState(false);
  // A first try got no answer: what is stored now may be what it stored.
  const mayBeOwn = useRef(false);
  const typed = useRef({ base, values });
  useLayoutEffect(() => {
    typed.current = { base, values };
  });

  const begin = useCallback((fields: V) => {
    typed.current = { base: fields, values: fields };
    setBase(fields);
    setValues(fields);
  }, []);

  const isNews = !isSameForm(stored, base);
  useEffect(() => {
    if (!isNews) return;
    const next = rebase(typed.current.base, typed.current.values, stored);
    typed.current = { base: stored, values: next.values };
    setBase(stored);
    setValues(next.values);
    if (mayBeOwn.current && isSameForm(stored, next.values)) {
      setChanged(undefined);
      return setHasSaved(true);
    }
    setChanged((before) => (before || next.clashes.length > 0 ? { ...before, clashes: next.clashes } : undefined));
  }, [isNews, stored]);

  const show = (found: readonly FieldProblem[]) => {
    refuse(found);
    setRefusals((before) => before + 1);
  };
  // Once per refusal, when what is wrong stands on screen: never while somebody mends it.
  useEffect(() => {
    if (refusals > 0) focusFirstWrong(form.current);
  }, [refusals]);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (isBusy) return;
    setFailure(undefined);
    setHasSaved(false);
    if (press()) return setRefusals((before) => before + 1);
    setIsBusy(true);
    mayBeOwn.current = false;
    try {
      const saved = await save(typed.current.values);
      setChanged(undefined);
      begin(formOf(saved));
      setHasSaved(true);
      onSaved?.(saved);
    } catch (error) {
      if (error instanceof FormProblems) return show(error.errors);
      if (error instanceof ApiProblem && error.code === 'record-changed') {
        mayBeOwn.current = error.wasRepeated;
        setChanged({ by: error.body.changedBy, clashes: [] });
        await refresh?.();
        return;
      }
      const found = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
      if (found.length > 0) show(found);
      else setFailure(error);
    } finally {
      setIsBusy(false);
    }
  }

  return {
    id,
    form,
    values,
    isBusy,
    hasSaved,
    failure,
    changed,
    errors,
    isDirty: useCallback(() => !isSameForm(typed.current.base, typed.current.values), []),
    hasTyped: !isSameForm(base, values),
    /** `touched` are the fields that were changed, where that is less than all of a list. */
    change: (part: Partial<V>, touched: readonly string[] = Object.keys(part)) => {
      setHasSaved(false);
      touch(touched);
      setValues((before) => ({ ...before, ...part }));
    },
    problemOf: (name: string) => errors.find(({ pointer }) => pointer === `/${name}`),
    discard: () => {
      begin(typed.current.base);
      forget();
      setFailure(undefined);
      setChanged(undefined);
    },
    submit,
  };
}

export type RecordFormState<V extends Values> = Omit<ReturnType<typeof useRecordForm<V, unknown>>, 'change'> & {
  change: (part: Partial<V>, touched?: readonly string[]) => void;
};
