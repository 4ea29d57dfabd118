import type { Colleague, Colleagues, Rights } from '@konnekt/shared/colleagues/colleague.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BoundDay } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { announce } from '../../ui/announcer.tsx';
import { colleaguesQuery, useChangeRight } from './colleague-queries.ts';
import { type OwnOrganisation, RightsFields } from './rights-fields.tsx';

type Right = Colleague['rights'][number];
type RightValues = Rights & { validUntil: string };

/** What a colleague may do from now on, and the last day of it. */
export function RightDialog(props: {
  name: string;
  right: Right;
  own: OwnOrganisation | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(['colleagues', 'common']);
  const queryClient = useQueryClient();
  const nameOf = useFieldName('colleagues');
  const { right, onClose } = props;
  const change = useChangeRight(right.id);
  const stored = useMemo(() => valuesOf(right), [right]);
  const form = useRecordForm<RightValues, Colleagues>({
    stored,
    save: ({ validUntil, ...rights }) =>
      change.mutateAsync({ ...rights, version: right.version, validUntil: validUntil || null }),
    formOf: () => stored,
    onSaved: () => {
      announce(t('change.done'));
      onClose();
    },
    refresh: () => queryClient.invalidateQueries({ queryKey: colleaguesQuery.queryKey }),
  });
  return (
    <FormDialog
      title={t('change.title', { name: props.name, organisation: right.organisationName })}
      form={form}
      nameOf={nameOf}
      submit={t('common:action.save')}
      onClose={onClose}
    >
      <RightsFields own={props.own} form={form} />
      <BoundDay name="validUntil" label={t('field.validUntil')} description={t('change.untilHint')} />
    </FormDialog>
  );
}

const valuesOf = ({ mayApprove, mayRegister, maySeeInvoices, mayManage, validUntil }: Right): RightValues => ({
  mayApprove,
  mayRegister,
  maySeeInvoices,
  mayManage,
  validUntil: validUntil ?? '',
});
