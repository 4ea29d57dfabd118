import type { Document } from '@konnekt/shared/documents/document.schema';
import { usualLimits } from '@konnekt/shared/documents/document.words';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { newId } from '../../api/new-id.ts';
import { FilesField } from '../../kit/files/files-field.tsx';
import { useUploads } from '../../kit/files/use-uploads.ts';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { TypedDialog } from '../../kit/form/typed-dialog.tsx';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { toast } from '../../ui/toast.tsx';
import { documentQuery, limitsQuery, usePutVersion } from './parts/document-queries.ts';
import { useDocumentFieldWords } from './use-document-field-words.ts';
import { noFile, problemsOfFiles, useFileError } from './use-file-error.ts';

/** Puts another file in the place of the one that is read now; older ones are kept. */
export function NewVersionDialog({ document, onClose }: { document: Document; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const queryClient = useQueryClient();
  const { id, version, asksConfirmation } = document;
  const uploads = useUploads('document', newId);
  const { data: limits = usualLimits } = useQuery(limitsQuery);
  const put = usePutVersion(id);
  const { nameOf } = useDocumentFieldWords();
  const form = useRecordForm({
    stored: noFile,
    find: () => problemsOfFiles(uploads),
    save: () => put.mutateAsync({ version, fileId: uploads.items[0]?.stored?.id ?? '' }),
    formOf: () => noFile,
    onSaved: ({ number }) => {
      toast({ tone: 'good', message: t('version.done', { number }) });
      uploads.clear();
      onClose();
    },
    refresh: () => queryClient.invalidateQueries({ queryKey: documentQuery(id).queryKey }),
  });
  const fileError = useFileError(form.errors, uploads);
  return (
    <TypedDialog title={t('act.version')} isDirty={uploads.hasAny} onClose={onClose}>
      {(close) => (
        <RecordForm
          form={form}
          isNew
          isWaiting={uploads.isBusy}
          nameOf={nameOf}
          submit={t('version.press')}
          onCancel={close}
        >
          <LeaveGuard isDirty={uploads.hasAny} />
          <p>{t(asksConfirmation ? 'version.leadConfirm' : 'version.lead')}</p>
          <FilesField
            label={t('version.file')}
            accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
            mostBytes={limits.documentMegabytes * 1024 * 1024}
            isOne
            uploads={uploads}
            error={fileError}
          />
        </RecordForm>
      )}
    </TypedDialog>
  );
}
