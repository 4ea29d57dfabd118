import { addDays, calendarDayAt, maxDay } from '@konnekt/shared/basics/calendar-day';
import type { Supervisor, SupervisorRight } from '@konnekt/shared/supervisors/supervisor.schema';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { BoundDay } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import layout from '../../ui/form-layout.module.css';
import type { Picked } from '../../ui/pick-field.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { RightFields } from './right-fields.tsx';
import { rightBody, rightForm } from './supervisor-values.ts';

interface DialogProps {
  supervisor: Supervisor;
  refresh: () => Promise<unknown>;
  onClose: () => void;
}

/** A new right, or from a day on another one in the place of `right`: other rights, or at another client. */
export function SupervisorRightDialog({
  supervisor,
  right,
  refresh,
  onClose,
}: DialogProps & { right?: SupervisorRight }) {
  const { t } = useTranslation(['people', 'office']);
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('people');
  const today = calendarDayAt(new Date());
  const [organisation, setOrganisation] = useState<Picked | undefined>(
    right && { id: right.organisationId, label: right.organisationName },
  );
  const begins = right ? maxDay(right.validFrom, today) : today;
  const stored = useMemo(() => rightForm(begins, right), [begins, right]);
  const form = useRecordForm({
    stored,
    save: async (values) =>
      right
        ? call('POST /api/supervisor-rights/:id/change', {
            params: { id: right.id },
            body: { ...rightBody(values), version: right.version },
          })
        : call('POST /api/supervisors/:id/rights', { params: { id: supervisor.id }, body: rightBody(values) }),
    formOf: () => stored,
    onSaved: (saved) => {
      takeIn('supervisor', saved.id, saved);
      toast({ tone: 'good', message: t(right ? 'rights.changed' : 'rights.given', { name: saved.name }) });
      onClose();
    },
    refresh,
  });
  return (
    <FormDialog
      title={t(right ? 'rights.changeTitle' : 'rights.giveTitle', { name: supervisor.name })}
      form={form}
      isNew
      nameOf={nameOf}
      submit={t(right ? 'rights.change' : 'rights.give')}
      onClose={onClose}
    >
      {right && <p className={layout.quiet}>{t('rights.changeText')}</p>}
      <RightFields
        organisation={organisation}
        onPick={(picked) => {
          setOrganisation(picked);
          form.change({ organisationId: picked?.id ?? '' });
        }}
        problem={form.problemOf('organisationId')}
        fromHint={t('hint.validFrom')}
      />
    </FormDialog>
  );
}

/** The last day of a right. One that has not begun can be taken back instead. */
export function EndRightDialog({ right, refresh, onClose }: DialogProps & { right: SupervisorRight }) {
  const { t } = useTranslation(['people', 'office']);
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('people');
  const today = calendarDayAt(new Date());
  const lastDay = maxDay(right.validFrom, today);
  const stored = useMemo(() => ({ validUntil: right.validUntil ?? lastDay }), [right, lastDay]);
  const form = useRecordForm({
    stored,
    save: async ({ validUntil }) =>
      call('POST /api/supervisor-rights/:id/end', {
        params: { id: right.id },
        body: { validUntil: validUntil || null, version: right.version },
      }),
    formOf: () => stored,
    onSaved: (saved) => {
      takeIn('supervisor', saved.id, saved);
      const after = saved.rights.find(({ id }) => id === right.id);
      toast({ tone: 'good', message: t(after?.validUntil ? 'rights.ended' : 'rights.endless', { name: saved.name }) });
      onClose();
    },
    refresh,
  });
  return (
    <FormDialog
      title={t('rights.endTitle', { organisation: right.organisationName })}
      form={form}
      isNew
      nameOf={nameOf}
      submit={t('rights.end')}
      onClose={onClose}
    >
      <p>{t('rights.endText', { name: right.personName })}</p>
      <BoundDay
        name="validUntil"
        label={t('rights.lastDay')}
        description={t('rights.lastDayHint')}
        min={addDays(today, -1)}
        data-autofocus
      />
    </FormDialog>
  );
}

/** Takes back a right that begins today or later. */
export function TakeBackDialog({ right, refresh, onClose }: DialogProps & { right: SupervisorRight }) {
  const { t } = useTranslation(['people', 'common']);
  const format = useFormat();
  const takeIn = useTakeInRecord();
  const takeBack = useMutation({
    mutationFn: () =>
      call('DELETE /api/supervisor-rights/:id', { params: { id: right.id }, body: { version: right.version } }),
    onSuccess: (saved) => {
      takeIn('supervisor', saved.id, saved);
      onClose();
    },
    onError: (error) => {
      toastProblem(error);
      void refresh();
    },
  });
  const before = right.endedForIt;
  const goesOn = ({ organisationName: organisation, validUntil }: NonNullable<typeof before>) =>
    validUntil
      ? t('rights.goesOnUntil', { organisation, day: format.day(validUntil) })
      : t('rights.goesOn', { organisation });
  return (
    <Dialog title={t('rights.takeBackTitle', { organisation: right.organisationName })} onClose={onClose}>
      <p>
        {t('rights.takeBackText', { name: right.personName })} {before && goesOn(before)}
      </p>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button variant="danger" data-autofocus loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('rights.takeBack')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
