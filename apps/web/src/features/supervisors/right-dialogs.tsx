import { addDays, calendarDayAt, maxDay } from '@konnekt/shared/basics/calendar-day';
import type { Supervisor, SupervisorRight } from '@konnekt/shared/supervisors/supervisor.schema';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
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
import { toast, toastProblem } from '../../ui/toast.tsx';

interface DialogProps {
  supervisor: Supervisor;
  refresh: () => Promise<unknown>;
  onClose: () => void;
}

/** The last day of a right. One that has not begun can be taken back instead. */
export function EndRightDialog({ right, refresh, onClose }: DialogProps & { right: SupervisorRight }) {
  const { t } = useTranslation(['people', 'office']);
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('people');
  const today = calendarDayAt(new Date());
  const lastDay = maxDay(right.validFrom, today);
  const isSubstitute = right.onBehalfOf !== null;
  // Ending a substitution is ending it now; of a right one looks at the end that it has.
  const ends = isSubstitute ? addDays(today, -1) : (right.validUntil ?? lastDay);
  const stored = useMemo(() => ({ validUntil: ends }), [ends]);
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
        description={isSubstitute ? undefined : t('rights.lastDayHint')}
        min={addDays(today, -1)}
        max={isSubstitute ? (right.validUntil ?? undefined) : undefined}
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
