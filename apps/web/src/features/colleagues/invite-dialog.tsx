import { type Language, languages } from '@konnekt/shared/basics/actor';
import type { Colleagues, Rights } from '@konnekt/shared/colleagues/colleague.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { BoundDay, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { announce } from '../../ui/announcer.tsx';
import layout from '../../ui/form-layout.module.css';
import { useInvite } from './colleague-queries.ts';
import { type OwnOrganisation, RightsFields } from './rights-fields.tsx';
import { useToday } from './use-today.ts';

type InviteValues = Rights & {
  firstName: string;
  prefix: string;
  lastName: string;
  email: string;
  language: Language;
  organisationId: string;
  validFrom: string;
  validUntil: string;
};

/** A colleague gets a mail with a link; what they may do is no more than the inviter may. */
export function InviteDialog({ organisations, onClose }: { organisations: OwnOrganisation[]; onClose: () => void }) {
  const { t } = useTranslation(['colleagues', 'common']);
  const { language } = useFormat();
  const today = useToday();
  const nameOf = useFieldName('colleagues');
  const invite = useInvite();
  const [stored] = useState(() => startOf(organisations[0], language, today));
  const form = useRecordForm<InviteValues, Colleagues>({
    stored,
    save: ({ prefix, validUntil, ...rest }) =>
      invite.mutateAsync({ ...rest, prefix: prefix.trim() || null, validUntil: validUntil || null }),
    formOf: () => stored,
    onSaved: () => {
      announce(t('invite.done', { email: form.values.email }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('invite.title')}
      form={form}
      isNew
      nameOf={nameOf}
      submit={t('invite.submit')}
      onClose={onClose}
    >
      <p className={layout.quiet}>{t('invite.text')}</p>
      <div className={layout.fields}>
        <BoundText name="firstName" label={t('field.firstName')} data-autofocus />
        <BoundText name="prefix" label={t('field.prefix')} />
        <BoundText name="lastName" label={t('field.lastName')} />
        <BoundText name="email" type="email" label={t('field.email')} />
        <BoundSelect
          name="organisationId"
          label={t('field.organisationId')}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <BoundSelect
          name="language"
          label={t('field.language')}
          options={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        />
        <BoundDay name="validFrom" label={t('field.validFrom')} />
        <BoundDay name="validUntil" label={t('field.validUntil')} />
      </div>
      <RightsFields own={organisations.find(({ id }) => id === form.values.organisationId)} form={form} />
    </FormDialog>
  );
}

const startOf = (own: OwnOrganisation | undefined, language: Language, today: string): InviteValues => ({
  firstName: '',
  prefix: '',
  lastName: '',
  email: '',
  language,
  organisationId: own?.id ?? '',
  validFrom: today,
  validUntil: own?.validUntil ?? '',
  mayApprove: own?.mayApprove ?? false,
  mayRegister: false,
  maySeeInvoices: false,
  mayManage: false,
});
