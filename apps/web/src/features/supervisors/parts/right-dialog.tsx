import { calendarDayAt, maxDay } from '@konnekt/shared/basics/calendar-day';
import type { Supervisor, SupervisorRight } from '@konnekt/shared/supervisors/supervisor.schema';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client.ts';
import { FormDialog } from '../../../kit/form/form-dialog.tsx';
import { useFieldName } from '../../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../../kit/form/use-take-in-record.ts';
import layout from '../../../ui/form-layout.module.css';
import type { Picked } from '../../../ui/pick-field.tsx';
import { toast } from '../../../ui/toast.tsx';
import { RightFields } from '../right-fields.tsx';
import { rightBody, rightForm } from '../supervisor-values.ts';

/** A new right, or from a day on another one in the place of `right`: other rights, or at another client. */
export function SupervisorRightDialog({
  supervisor,
  right,
  refresh,
  onGiven,
  onClose,
}: {
  supervisor: Pick<Supervisor, 'id' | 'name'>;
  right?: SupervisorRight;
  refresh: () => Promise<unknown>;
  onGiven?: () => void;
  onClose: () => void;
}) {
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
      onGiven?.();
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
