import type { Document } from '@konnekt/shared/documents/document.schema';
import { usualLimits } from '@konnekt/shared/documents/document.words';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FilesField } from '../../kit/files/files-field.tsx';
import { useUploads } from '../../kit/files/use-uploads.ts';
import { TypedDialog } from '../../kit/form/typed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { focusWrong } from '../../ui/focus-wrong.ts';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { newPartId } from '../hours/parts/part-id.ts';
import { limitsQuery, usePutVersion } from './parts/document-queries.ts';
import { problemsOfFiles, useFileError } from './use-file-error.ts';
import { useProblems } from './use-problems.ts';

/** Puts another file in the place of the one that is read now; older ones are kept. */
export function NewVersionDialog({ document, onClose }: { document: Document; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const { id, version, asksConfirmation } = document;
  const uploads = useUploads('document', newPartId);
  const { data: limits = usualLimits } = useQuery(limitsQuery);
  const { problems, press } = useProblems(problemsOfFiles(uploads));
  const fileError = useFileError(problems, uploads);
  const form = useRef<HTMLFormElement>(null);
  const put = usePutVersion(id);
  const stored = uploads.items[0]?.stored;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    press();
    if (!stored) return focusWrong(form.current);
    put.mutate(
      { version, fileId: stored.id },
      {
        onSuccess: ({ number }) => {
          toast({ tone: 'good', message: t('version.done', { number }) });
          onClose();
        },
        onError: toastProblem,
      },
    );
  };
  return (
    <TypedDialog title={t('act.version')} isDirty={() => uploads.items.length > 0} onClose={onClose}>
      {(close) => (
        <form ref={form} onSubmit={submit} noValidate>
          <p>{t(asksConfirmation ? 'version.leadConfirm' : 'version.lead')}</p>
          <FilesField
            label={t('version.file')}
            accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
            mostBytes={limits.documentMegabytes * 1024 * 1024}
            isOne
            uploads={uploads}
            error={fileError}
          />
          <DialogActions>
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={put.isPending} disabled={uploads.isBusy}>
              {t('version.press')}
            </Button>
          </DialogActions>
        </form>
      )}
    </TypedDialog>
  );
}
