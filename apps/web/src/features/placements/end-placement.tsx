import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { Placement } from '@konnekt/shared/placements/placement.schema';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { BoundDay } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { FormProblems, useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { toast } from '../../ui/toast.tsx';
import { HoursOutside } from './hours-outside.tsx';
import { placementBody, placementForm } from './placement-values.ts';

/** The last day of a placement: it ends by itself. */
export function EndPlacementDialog(props: {
  placement: Placement;
  refresh: () => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const { placement, refresh, onClose } = props;
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('placements');
  const stored = useMemo(() => ({ endsOn: placement.endsOn ?? calendarDayAt(new Date()) }), [placement.endsOn]);
  const form = useRecordForm({
    stored,
    save: async ({ endsOn }) => {
      if (endsOn === '') throw new FormProblems([{ pointer: '/endsOn', code: 'required' }]);
      const { body } = placementBody({ ...placementForm(placement, format.language), endsOn });
      return call('PUT /api/placements/:id', {
        params: { id: placement.id },
        body: { ...body, plannedMinutes: placement.plannedMinutes, version: placement.version },
      });
    },
    formOf: () => stored,
    onSaved: (saved) => {
      takeIn('placement', saved.id, saved);
      toast({ tone: 'good', message: t('end.done', { day: saved.endsOn && format.day(saved.endsOn) }) });
      onClose();
    },
    refresh,
  });
  return (
    <FormDialog title={t('end.title')} form={form} isNew nameOf={nameOf} submit={t('end.act')} onClose={onClose}>
      <p>{t('end.text', { name: placement.employeeName, organisation: placement.organisationName })}</p>
      <BoundDay name="endsOn" label={t('end.lastDay')} required data-autofocus />
      <HoursOutside placement={placement} startsOn={placement.startsOn} endsOn={form.values.endsOn} />
    </FormDialog>
  );
}
