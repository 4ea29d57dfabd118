import type { Colleague } from '@konnekt/shared/colleagues/colleague.contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import form from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { useChangeRight } from './colleague-queries.ts';
import { type OwnOrganisation, RightsFields } from './rights-fields.tsx';
import { useWrongFields } from './use-wrong-fields.ts';

/** What a colleague may do from now on, and the last day of it. */
export function RightDialog(props: {
  name: string;
  right: Colleague['rights'][number];
  own: OwnOrganisation | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(['colleagues', 'common']);
  const { right, onClose } = props;
  const [rights, setRights] = useState<Parameters<typeof RightsFields>[0]['value']>(right);
  const [validUntil, setValidUntil] = useState(right.validUntil ?? '');
  const change = useChangeRight(right.id);
  const wrong = useWrongFields(change.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { mayApprove, mayRegister, maySeeInvoices, mayManage } = rights;
    const body = { version: right.version, mayApprove, mayRegister, maySeeInvoices, mayManage };
    change.mutate(
      { ...body, validUntil: validUntil || null },
      {
        onSuccess: () => {
          announce(t('change.done'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t('change.title', { name: props.name, organisation: right.organisationName })} onClose={onClose}>
      <form onSubmit={submit} noValidate className={form.panels}>
        {wrong.whole && (
          <Notice tone="bad" role="alert">
            {wrong.whole}
          </Notice>
        )}
        <RightsFields own={props.own} value={rights} error={wrong.at('mayApprove')} onChange={setRights} />
        <TextField
          type="date"
          label={t('field.validUntil')}
          description={t('change.untilHint')}
          value={validUntil}
          error={wrong.at('validUntil')}
          onChange={({ currentTarget }) => setValidUntil(currentTarget.value)}
        />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('common:action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
