import type { Document } from '@konnekt/shared/documents/document.schema';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { missing } from '../../kit/form/typed-values.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { toast } from '../../ui/toast.tsx';
import { asSent, DocumentFields, type DocumentValues } from './document-fields.tsx';
import classes from './documents.module.css';
import { type Audience, audienceOf, audienceSent, ForWhom, isOutOfSight, problemsOf } from './for-whom.tsx';
import { documentQuery, useChangeDocument } from './parts/document-queries.ts';
import { useDocumentFieldWords } from './use-document-field-words.ts';

/** Changes what is said of a document, and whom it is for. */
export function ChangeDocumentDialog({ document, onClose }: { document: Document; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const queryClient = useQueryClient();
  const { id, version, person } = document;
  const change = useChangeDocument(id);
  const { nameOf, wordsOf } = useDocumentFieldWords(document);
  const form = useRecordForm({
    stored: useMemo(() => formOf(document), [document]),
    find: (values) => [...missing(values, ['name']), ...problemsOf(values, person !== null)],
    save: (values) => change.mutateAsync({ ...asSent(values), ...audienceSent(values), version }),
    formOf,
    onSaved: () => {
      toast({ tone: 'good', message: t('change.done') });
      onClose();
    },
    refresh: () => queryClient.invalidateQueries({ queryKey: documentQuery(id).queryKey }),
  });
  return (
    <FormDialog
      title={t('act.change')}
      form={form}
      nameOf={nameOf}
      wordsOf={wordsOf}
      isNarrow={(pointer) => isOutOfSight(pointer, form.values)}
      submit={t('change.press')}
      onClose={onClose}
    >
      <div className={classes.form}>
        <DocumentFields hasName />
        <ForWhom known={person ? { id: person.id, label: person.name } : undefined} />
        <p className={classes.quiet}>{t(person ? 'change.ofOne' : 'change.audience')}</p>
      </div>
    </FormDialog>
  );
}

const formOf = (document: Document): DocumentValues & Audience => {
  const { name, category, language, validFrom, validUntil, asksConfirmation } = document;
  return {
    ...{ name, category, asksConfirmation },
    language: language ?? '',
    validFrom: validFrom ?? '',
    validUntil: validUntil ?? '',
    ...audienceOf(document),
  };
};
