import { isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../api/problem-message.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FormProvider } from './bound-fields.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { hasField, rowsIn, type Values } from './record-draft.ts';
import classes from './record-form.module.css';
import type { RecordFormState as Form } from './use-record-form.ts';
import { useSentences } from './use-sentences.ts';

/** The fields of a record with Save below them, and all that there is to say about saving. */
export function RecordForm<V extends Values>(props: {
  form: Form<V>;
  /** The name of each field, for what cannot stand at a field. */
  nameOf: (field: string) => string;
  submit: string;
  saved?: string;
  children: ReactNode;
  onCancel?: () => void;
  /** A new record is saved as it is; one that is there, when something was typed. */
  isNew?: boolean;
  /** Only asks: nothing is lost by leaving, and pressing says what is missing. */
  isQuestion?: boolean;
  /** Whether a field has no room for words: what is wrong with it is said in the bar. */
  isNarrow?: (pointer: string) => boolean;
  /** What it sends is still on its way. */
  isWaiting?: boolean;
  /** What a field holds, as it is read: of a choice the words, of an id the name. */
  wordsOf?: (field: string, value: Values[string]) => string | undefined;
}) {
  const { form, nameOf } = props;
  const { t } = useTranslation(['office', 'common']);
  const sentences = useSentences(form);
  const format = useFormat();
  const isJustSaved = useForAWhile(form.hasSaved);
  // One field may be wrong in two ways.
  const wrongFields = new Set(
    form.errors.map(({ pointer }) => pointer).filter((pointer) => hasField(form.values, pointer)),
  ).size;
  const lost = form.errors.filter(({ pointer }) => props.isNarrow?.(pointer) || !hasField(form.values, pointer));
  return (
    <FormProvider form={form}>
      <form ref={form.form} noValidate className={classes.form} onSubmit={(event) => void form.submit(event)}>
        {!props.isQuestion && <LeaveGuard isDirty={form.isDirty} />}
        {form.changed && (
          <Notice tone="warn" role="alert" title={changedTitle()}>
            {t('changed.text')}
            {form.changed.clashes.length > 0 && (
              <ul className={classes.clashes}>
                {form.changed.clashes.map(({ name, theirs }) => (
                  <li key={name}>
                    {t('changed.clash', {
                      field: nameOf(name),
                      value: props.wordsOf?.(name, theirs) ?? writtenValue(theirs),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        {props.children}
        <div className={classes.acts} data-here={form.hasTyped || form.errors.length > 0 || isJustSaved || undefined}>
          <div className={classes.words}>
            {wrongFields > 0 && <strong role="alert">{t('form.wrong', { count: wrongFields })}</strong>}
            {sentences.of(lost).map(({ id, text }) => (
              <span key={id} id={id} data-tone="bad" role={wrongFields === 0 ? 'alert' : undefined}>
                {text}
              </span>
            ))}
            {form.failure !== undefined && <strong role="alert">{problemMessage(form.failure)}</strong>}
            {form.hasSaved && !form.hasTyped && (
              <span role="status" data-tone="good">
                {props.saved ?? t('form.saved')}
              </span>
            )}
          </div>
          <div className={classes.presses}>
            {props.onCancel && (
              <Button variant="default" onClick={props.onCancel}>
                {t('common:action.cancel')}
              </Button>
            )}
            {!props.onCancel && form.hasTyped && (
              <Button variant="subtle" onClick={form.discard}>
                {t('form.discard')}
              </Button>
            )}
            <Button
              type="submit"
              loading={form.isBusy}
              disabled={props.isWaiting || (!props.isNew && !props.isQuestion && !form.hasTyped)}
            >
              {props.submit}
            </Button>
          </div>
        </div>
      </form>
    </FormProvider>
  );

  function changedTitle() {
    return form.changed?.by ? t('changed.by', { name: form.changed.by }) : t('changed.title');
  }
  function writtenValue(value: Values[string]) {
    if (typeof value === 'boolean') return t(value ? 'common:word.yes' : 'common:word.no');
    if (typeof value === 'string' && isCalendarDay(value)) return format.day(value);
    if (typeof value === 'string') return value || t('form.nothing');
    // Of a row what comes first: what it is called.
    const rows = rowsIn(value).map((row) => Object.values(row)[0]);
    return rows.length > 0 ? rows.join(', ') : t('form.several', { count: value.length });
  }
}

/** That it was saved is seen where somebody pressed, as long as a toast is: the end of a long form is out of sight. */
const shownFor = 8_000;

function useForAWhile(isThere: boolean): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    setIsOver(false);
    if (!isThere) return;
    const timer = setTimeout(() => setIsOver(true), shownFor);
    return () => clearTimeout(timer);
  }, [isThere]);
  return isThere && !isOver;
}
