import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { SelectInput } from '../../ui/form-fields.tsx';
import form from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { useInvite } from './colleague-queries.ts';
import { noRights, type OwnOrganisation, RightsFields } from './rights-fields.tsx';
import { useToday } from './use-today.ts';
import { useWrongFields } from './use-wrong-fields.ts';

/** A colleague gets a mail with a link; what they may do is no more than the inviter may. */
export function InviteDialog({ organisations, onClose }: { organisations: OwnOrganisation[]; onClose: () => void }) {
  const { t } = useTranslation(['colleagues', 'common']);
  const { language } = useFormat();
  const today = useToday();
  const invite = useInvite();
  const wrong = useWrongFields(invite.error);
  const [typed, setTyped] = useState({
    firstName: '',
    prefix: '',
    lastName: '',
    email: '',
    language,
    organisationId: organisations[0]?.id ?? '',
    validFrom: today,
    validUntil: organisations[0]?.validUntil ?? '',
  });
  const own = organisations.find(({ id }) => id === typed.organisationId);
  const [rights, setRights] = useState({ ...noRights, mayApprove: own?.mayApprove ?? false });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { prefix, validUntil, ...rest } = typed;
    invite.mutate(
      { ...rest, ...rights, prefix: prefix.trim() || null, validUntil: validUntil || null },
      {
        onSuccess: () => {
          announce(t('invite.done', { email: typed.email }));
          onClose();
        },
      },
    );
  };
  const text = (name: 'firstName' | 'prefix' | 'lastName' | 'email' | 'validFrom' | 'validUntil', type = 'text') => (
    <TextField
      type={type}
      label={t(`field.${name}`)}
      value={typed[name]}
      error={wrong.at(name)}
      onChange={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
      {...(name === 'firstName' && { 'data-autofocus': true })}
    />
  );
  const choose = (name: 'organisationId' | 'language', options: { value: string; label: string }[]) => (
    <SelectInput
      label={t(`field.${name}`)}
      options={options}
      value={typed[name]}
      error={wrong.at(name)}
      onChange={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
    />
  );
  return (
    <Dialog title={t('invite.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate className={form.panels}>
        <p className={form.quiet}>{t('invite.text')}</p>
        {wrong.whole && (
          <Notice tone="bad" role="alert">
            {wrong.whole}
          </Notice>
        )}
        <div className={form.fields}>
          {text('firstName')}
          {text('prefix')}
          {text('lastName')}
          {text('email', 'email')}
          {choose(
            'organisationId',
            organisations.map(({ id, name }) => ({ value: id, label: name })),
          )}
          {choose(
            'language',
            (['nl', 'en'] as const).map((value) => ({ value, label: t(`common:language.${value}`) })),
          )}
          {text('validFrom', 'date')}
          {text('validUntil', 'date')}
        </div>
        <RightsFields own={own} value={rights} error={wrong.at('mayApprove')} onChange={setRights} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {t('invite.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
