import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../../api/problem-message.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { toast } from '../../../ui/toast.tsx';
import { type Account, useAccountAct } from './account-queries.ts';

/** Asks before somebody is shut out. */
export function BlockDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const act = useAccountAct(account.id);
  const { name } = account;
  const block = () =>
    act.mutate('block', {
      onSuccess: () => {
        onClose();
        toast({ tone: 'good', message: t('panel.blocked', { name }) });
      },
    });
  return (
    <Dialog title={t('block.title', { name })} onClose={onClose}>
      {act.error && (
        <Notice tone="bad" role="alert">
          {problemMessage(act.error)}
        </Notice>
      )}
      <p>{t('block.text')}</p>
      <DialogActions>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button variant="danger" loading={act.isPending} onClick={block}>
          {t('block.submit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
