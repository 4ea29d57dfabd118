import { isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../api/problem-message.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FormProvider } from './bound-fields.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import type { Values } from './record-draft.ts';
import classes from './record-form.module.css';
import type { RecordFormState as Form } from './use-record-form.ts';
import { useWrongText } from './use-wrong-text.ts';

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
}) {
  const { form, nameOf } = props;
  const { t } = useTranslation(['office', 'common']);
  const wrongText = useWrongText();
  const format = useFormat();
  // One field may be wrong in two ways.
  const wrongFields = new Set(form.errors.map(({ pointer }) => pointer)).size;
  const lost = form.errors.filter(({ pointer }) => !(pointer.slice(1) in form.values));
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
                  <li key={name}>{t('changed.clash', { field: nameOf(name), value: writtenValue(theirs) })}</li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        {props.children}
        <div className={classes.acts} data-typed={form.hasTyped || form.errors.length > 0 || undefined}>
          <div className={classes.words}>
            {wrongFields > 0 && <strong role="alert">{t('form.wrong', { count: wrongFields })}</strong>}
            {lost.map((one) => (
              <span key={one.pointer} data-tone="bad">
                {wrongText(one)}
              </span>
            ))}
            {form.failure !== undefined && <strong role="alert">{problemMessage(t as never, form.failure)}</strong>}
            {form.hasSaved && !form.hasTyped && (
              <span role="status" data-tone="good">
                {props.saved ?? t('form.saved')}
              </span>
            )}
          </div>
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
          <Button type="submit" loading={form.isBusy} disabled={!props.isNew && !props.isQuestion && !form.hasTyped}>
            {props.submit}
          </Button>
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
    return typeof value === 'string' ? value || t('form.nothing') : t('form.several', { count: value.length });
  }
}
