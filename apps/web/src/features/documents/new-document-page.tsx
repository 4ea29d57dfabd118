import { longest } from '@konnekt/shared/basics/text-rules';
import { isPersonal, usualLimits } from '@konnekt/shared/documents/document.words';
import type { StoredFile } from '@konnekt/shared/files/file.contract';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ApiProblem, isAlreadySent } from '../../api/problem.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { FilesField } from '../../kit/files/files-field.tsx';
import { type Uploading, useUploads } from '../../kit/files/use-uploads.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { focusWrong } from '../../ui/focus-wrong.ts';
import layout from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { clearToasts, toast, toastProblem } from '../../ui/toast.tsx';
import { newPartId } from '../hours/parts/part-id.ts';
import { asSent, DocumentFields, type DocumentValues, noValues } from './document-fields.tsx';
import { type Audience, audienceSent, ForWhom, nobodyYet, problemsOf } from './for-whom.tsx';
import { limitsQuery, usePutDocument } from './parts/document-queries.ts';
import { problemsOfFiles, useFileError } from './use-file-error.ts';
import { useProblems } from './use-problems.ts';

export { NewDocumentPage as Component };

/** One or several documents that are put there at once, for the same people. */
function NewDocumentPage() {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const uploads = useUploads('document', newPartId);
  const { data: limits = usualLimits } = useQuery(limitsQuery);
  const [values, setValues] = useState<DocumentValues>(noValues);
  const [audience, setAudience] = useState<Audience>(nobodyYet);
  const [names, setNames] = useState<Record<string, string>>({});
  const [isPutting, setIsPutting] = useState(false);
  /** Those that were put there as they were before, though no answer came. */
  const [there, setThere] = useState<readonly Uploading[]>([]);
  const put = usePutDocument();
  const form = useRef<HTMLFormElement>(null);
  const nameOf = ({ key, file }: Uploading) => names[key] ?? withoutEnding(file.name);
  const ready = uploads.items.flatMap((item) => (item.stored ? [{ ...item, stored: item.stored }] : []));
  const wrong = [
    ...problemsOfFiles(uploads),
    ...(ready.some((item) => nameOf(item).trim() === '') ? [{ pointer: '/name', code: 'required' }] : []),
    ...problemsOf(values, audience),
  ];
  const { problems, press, refuse, touch } = useProblems(wrong);
  const fileError = useFileError(problems, uploads);

  /** False where it is there as it was put before. */
  const isPut = async (item: Uploading & { stored: StoredFile }): Promise<boolean> => {
    const said = { ...asSent({ ...values, name: nameOf(item) }), ...audienceSent(audience) };
    try {
      await put.mutateAsync({ ...said, id: item.key, fileId: item.stored.id });
      return true;
    } catch (error) {
      if (isAlreadySent(error)) return false;
      throw error;
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    press();
    if (wrong.length > 0) return focusWrong(form.current);
    if (uploads.isBusy) return;
    setIsPutting(true);
    setThere([]);
    clearToasts();
    let count = 0;
    try {
      for (const item of ready) {
        if (await isPut(item)) count++;
        else setThere((before) => [...before, item]);
        uploads.remove(item.key);
      }
      if (count === ready.length) navigate(paths.documents);
    } catch (error) {
      if (error instanceof ApiProblem && error.body.errors) {
        refuse(error.body.errors);
        focusWrong(form.current);
      } else toastProblem(error);
    } finally {
      if (count > 0) toast({ tone: 'good', message: t('new.done', { count }) });
      setIsPutting(false);
    }
  };
  return (
    <Page title={t('new.title')} lead={t('new.lead')} above={<BackLink to={paths.documents}>{t('one.back')}</BackLink>}>
      <form ref={form} onSubmit={submit} noValidate className={layout.panels}>
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
                  error={problems.some(({ pointer }) => pointer === '/name') && !nameOf(item).trim() && t('new.noName')}
                  onChange={({ currentTarget: { value } }) => setNames((before) => ({ ...before, [item.key]: value }))}
                />
              </div>
            )}
          </FilesField>
        </Panel>
        <Panel title={t('new.audience')}>
          <ForWhom
            audience={audience}
            problems={problems}
            onChange={(change) => {
              touch(change);
              setAudience((before) => ({ ...before, ...change }));
            }}
          />
          {isPersonal(values.category) && audience.kind !== 'person' && (
            <Notice tone="info">{t('new.personal')}</Notice>
          )}
        </Panel>
        <Panel title={t('new.about')}>
          <DocumentFields
            values={values}
            problems={problems}
            hasName={false}
            onChange={(change) => {
              touch(change);
              setValues((before) => ({ ...before, ...change }));
            }}
          />
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
        <DialogActions>
          <ButtonLink to={paths.documents} variant="default">
            {t('cancel')}
          </ButtonLink>
          <Button type="submit" loading={isPutting} disabled={uploads.isBusy}>
            {ready.length > 1 ? t('new.putMany', { count: ready.length }) : t('put')}
          </Button>
        </DialogActions>
      </form>
    </Page>
  );
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '').slice(0, longest.documentName);
