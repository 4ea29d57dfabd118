import type { Document } from '@konnekt/shared/documents/document.schema';
import { usualLimits } from '@konnekt/shared/documents/document.words';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/problem.ts';
import { paths } from '../../kit/address/paths.ts';
import { FilesField } from '../../kit/files/files-field.tsx';
import { useUploads } from '../../kit/files/use-uploads.ts';
import { TypedDialog } from '../../kit/form/typed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { focusWrong } from '../../ui/focus-wrong.ts';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { newPartId } from '../hours/parts/part-id.ts';
import { asSent, DocumentFields, type DocumentValues } from './document-fields.tsx';
import classes from './documents.module.css';
import { audienceOf, audienceSent, ForWhom, problemsOf } from './for-whom.tsx';
import { limitsQuery, useChangeDocument, usePutVersion, useRemoveDocument } from './parts/document-queries.ts';
import { problemsOfFiles, useFileError } from './use-file-error.ts';
import { useProblems } from './use-problems.ts';

/** What the office does with a document: put a new version there, change what is said of it, remove it. */
export function DocumentActs({ document }: { document: Document }) {
  const { t } = useTranslation('documents');
  const [open, setOpen] = useState<'version' | 'change' | 'remove'>();
  const props = { document, onClose: () => setOpen(undefined) };
  return (
    <>
      <Button variant="default" onClick={() => setOpen('version')}>
        {t('act.version')}
      </Button>
      <Button variant="default" onClick={() => setOpen('change')}>
        {t('act.change')}
      </Button>
      <Button variant="default" onClick={() => setOpen('remove')}>
        {t('act.remove')}
      </Button>
      {open === 'version' && <NewVersion {...props} />}
      {open === 'change' && <Change {...props} />}
      {open === 'remove' && <Remove {...props} />}
    </>
  );
}

interface Act {
  document: Document;
  onClose: () => void;
}

function NewVersion({ document: { id, version, asksConfirmation }, onClose }: Act) {
  const { t } = useTranslation('documents');
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

function Change({ document, onClose }: Act) {
  const { t } = useTranslation('documents');
  const { name, category, language, validFrom, validUntil, asksConfirmation } = document;
  const [values, setValues] = useState<DocumentValues>({
    ...{ name, category, asksConfirmation },
    language: language ?? '',
    validFrom: validFrom ?? '',
    validUntil: validUntil ?? '',
  });
  const [audience, setAudience] = useState(audienceOf(document));
  const [first] = useState(() => JSON.stringify([values, audience]));
  const wrong = problemsOf(values, audience, document.person !== null);
  const { problems, press, refuse, touch } = useProblems(wrong);
  const change = useChangeDocument(document.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    press();
    if (wrong.length > 0) return;
    change.mutate(
      { ...asSent(values), ...audienceSent(audience), version: document.version },
      {
        onSuccess: () => {
          toast({ tone: 'good', message: t('change.done') });
          onClose();
        },
        onError: (error) =>
          error instanceof ApiProblem && error.body.errors ? refuse(error.body.errors) : toastProblem(error),
      },
    );
  };
  return (
    <TypedDialog title={t('act.change')} isDirty={() => JSON.stringify([values, audience]) !== first} onClose={onClose}>
      {(close) => (
        <form onSubmit={submit} noValidate className={classes.form}>
          <DocumentFields
            values={values}
            problems={problems}
            hasName
            onChange={(changed) => {
              touch(changed);
              setValues((before) => ({ ...before, ...changed }));
            }}
          />
          <ForWhom
            audience={audience}
            problems={problems}
            onChange={(changed) => {
              touch(changed);
              setAudience((before) => ({ ...before, ...changed }));
            }}
          />
          <p className={classes.quiet}>{t(document.person ? 'change.ofOne' : 'change.audience')}</p>
          <DialogActions>
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t('change.press')}
            </Button>
          </DialogActions>
        </form>
      )}
    </TypedDialog>
  );
}

function Remove({ document: { id, name, version }, onClose }: Act) {
  const { t } = useTranslation('documents');
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
