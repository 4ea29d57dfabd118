import type { Document } from '@konnekt/shared/documents/document.schema';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { TypedDialog } from '../../kit/form/typed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { asSent, DocumentFields, type DocumentValues } from './document-fields.tsx';
import classes from './documents.module.css';
import { audienceOf, audienceSent, ForWhom, problemsOf } from './for-whom.tsx';
import { useChangeDocument } from './parts/document-queries.ts';
import { useProblems } from './use-problems.ts';

/** Changes what is said of a document, and whom it is for. */
export function ChangeDocumentDialog({ document, onClose }: { document: Document; onClose: () => void }) {
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
