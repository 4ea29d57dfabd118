import { longest } from '@konnekt/shared/basics/text-rules';
import { isPersonal, usualLimits } from '@konnekt/shared/documents/document.words';
import type { StoredFile } from '@konnekt/shared/files/file.contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { newId } from '../../api/new-id.ts';
import { isAlreadySent } from '../../api/problem.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { FilesField } from '../../kit/files/files-field.tsx';
import { type Uploading, useUploads } from '../../kit/files/use-uploads.ts';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { clearToasts, toast } from '../../ui/toast.tsx';
import { asSent, DocumentFields, type DocumentValues, noValues } from './document-fields.tsx';
import { type Audience, audienceSent, ForWhom, isOutOfSight, nobodyYet, problemsOf } from './for-whom.tsx';
import { limitsQuery, usePutDocument } from './parts/document-queries.ts';
import { useDocumentFieldWords } from './use-document-field-words.ts';
import { noFile, problemsOfFiles, useFileError } from './use-file-error.ts';

export { NewDocumentPage as Component };

type NewDocument = DocumentValues & Audience & typeof noFile;
const blank: NewDocument = { ...noValues, ...nobodyYet, ...noFile };

/** One or several documents that are put there at once, for the same people. */
function NewDocumentPage() {
  const { t } = useTranslation('documents');
  const wrongText = useWrongText();
  const navigate = useNavigate();
  const uploads = useUploads('document', newId);
  const { data: limits = usualLimits } = useQuery(limitsQuery);
  const [names, setNames] = useState<Record<string, string>>({});
  /** Those that were put there as they were before, though no answer came. */
  const [there, setThere] = useState<readonly Uploading[]>([]);
  const put = usePutDocument();
  const { nameOf: fieldName } = useDocumentFieldWords();
  const nameOf = ({ key, file }: Uploading) => names[key] ?? withoutEnding(file.name);
  const isUnnamed = (item: Uploading) => nameOf(item).trim() === '';
  const ready = uploads.items.flatMap((item) => (item.stored ? [{ ...item, stored: item.stored }] : []));
  const form = useRecordForm({
    stored: blank,
    find: (values) => [
      ...problemsOfFiles(uploads),
      ...(ready.some(isUnnamed) ? [{ pointer: '/name', code: 'required' }] : []),
      ...problemsOf(values),
    ],
    save: async (values) => {
      setThere([]);
      clearToasts();
      let count = 0;
      try {
        for (const item of ready) {
          if (await isPut(values, item)) count++;
          else setThere((before) => [...before, item]);
          uploads.remove(item.key);
        }
      } finally {
        if (count > 0) toast({ tone: 'good', message: t('new.done', { count }) });
      }
      return { values, isAllNew: count === ready.length };
    },
    formOf: ({ values }) => values,
    onSaved: ({ isAllNew }) => isAllNew && void navigate(paths.documents),
  });
  const fileError = useFileError(form.errors, uploads);

  /** False where it is there as it was put before. */
  async function isPut(values: NewDocument, item: Uploading & { stored: StoredFile }): Promise<boolean> {
    const said = { ...asSent({ ...values, name: nameOf(item) }), ...audienceSent(values) };
    try {
      await put.mutateAsync({ ...said, id: item.key, fileId: item.stored.id });
      return true;
    } catch (error) {
      if (isAlreadySent(error)) return false;
      throw error;
    }
  }
  /** What was refused is of the first of those that are still to be put there. */
  const nameError = (item: Uploading) => {
    const problem = form.problemOf('name');
    const isIts = problem?.code === 'required' ? isUnnamed(item) : item.key === ready[0]?.key;
    return problem && isIts && wrongText(problem);
  };
  return (
    <Page title={t('new.title')} lead={t('new.lead')} above={<BackLink to={paths.documents}>{t('one.back')}</BackLink>}>
      <RecordForm
        form={form}
        isNew
        isWaiting={uploads.isBusy}
        nameOf={fieldName}
        isNarrow={(pointer) => isOutOfSight(pointer, form.values)}
        submit={ready.length > 1 ? t('new.putMany', { count: ready.length }) : t('put')}
        onCancel={() => void navigate(paths.documents)}
      >
        <LeaveGuard isDirty={uploads.hasAny} />
        <Panel title={t('new.files')}>
          <FilesField
            label={t('new.choose')}
            description={t('new.kinds', { megabytes: limits.documentMegabytes })}
            accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
            mostBytes={limits.documentMegabytes * 1024 * 1024}
            uploads={uploads}
            error={fileError}
          >
            {(item) => (
              <div>
                <TextField
                  label={t('field.name')}
                  value={nameOf(item)}
                  maxLength={longest.documentName}
                  required
                  error={nameError(item)}
                  onChange={({ currentTarget: { value } }) => {
                    form.change({}, ['name']);
                    setNames((before) => ({ ...before, [item.key]: value }));
                  }}
                />
              </div>
            )}
          </FilesField>
        </Panel>
        <Panel title={t('new.audience')}>
          <ForWhom />
          {isPersonal(form.values.category) && form.values.kind !== 'person' && (
            <Notice tone="info">{t('new.personal')}</Notice>
          )}
        </Panel>
        <Panel title={t('new.about')}>
          <DocumentFields hasName={false} />
        </Panel>
        {there.length > 0 && (
          <Notice tone="warn" role="alert" title={t('new.there', { count: there.length })}>
            {t('new.thereText')}
            <ul>
              {there.map(({ key, file }) => (
                <li key={key}>
                  <Link to={paths.document(key)}>{file.name}</Link>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </RecordForm>
    </Page>
  );
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '').slice(0, longest.documentName);
