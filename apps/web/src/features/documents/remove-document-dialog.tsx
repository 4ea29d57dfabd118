import type { Document } from '@konnekt/shared/documents/document.schema';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { useRemoveDocument } from './parts/document-queries.ts';

/** Asks before a document is removed. */
export function RemoveDocumentDialog({ document, onClose }: { document: Document; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const { id, name, version } = document;
  const navigate = useNavigate();
  const remove = useRemoveDocument(id);
  // Told live that it was removed, the screen takes the dialog away: what comes after the answer is not the dialog's.
  const press = async () => {
    try {
      await remove.mutateAsync(version);
      toast({ tone: 'good', message: t('remove.done', { name }) });
      navigate(paths.documents);
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Dialog title={t('remove.title', { name })} onClose={onClose}>
      <p>{t('remove.text')}</p>
      <DialogActions>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button variant="danger" loading={remove.isPending} onClick={() => void press()}>
          {t('act.remove')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
