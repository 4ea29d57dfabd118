import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import { isPersonal, usualLimits } from '@konnekt/shared/documents/document.words';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/problem.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { FilesField } from '../../kit/files/files-field.tsx';
import { type Uploading, useUploads } from '../../kit/files/use-uploads.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import layout from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { newPartId } from '../hours/parts/part-id.ts';
import { asSent, DocumentFields, type DocumentValues, noValues } from './document-fields.tsx';
import { type Audience, audienceSent, ForWhom, nobodyYet } from './for-whom.tsx';
import { limitsQuery, usePutDocument } from './parts/document-queries.ts';

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
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [isPutting, setIsPutting] = useState(false);
  const put = usePutDocument();
  const nameOf = ({ key, file }: Uploading) => names[key] ?? withoutEnding(file.name);
  const ready = uploads.items.filter(({ stored }) => stored);
  const wrong = problemsOf({ values, audience, isEmpty: uploads.items.length === 0 });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const unnamed = ready.some((item) => nameOf(item).trim() === '');
    setProblems([...wrong, ...(unnamed ? [{ pointer: '/name', code: 'required' }] : [])]);
    if (wrong.length > 0 || unnamed || uploads.isBusy || ready.length === 0) return;
    setIsPutting(true);
    try {
      for (const item of ready) {
        if (!item.stored) continue;
        const name = nameOf(item);
        await put.mutateAsync({
          ...asSent({ ...values, name }),
          ...audienceSent(audience),
          id: item.key,
          fileId: item.stored.id,
        });
        uploads.remove(item.key);
      }
      toast({ tone: 'good', message: t('new.done', { count: ready.length }) });
      navigate(paths.documents);
    } catch (error) {
      if (error instanceof ApiProblem && error.body.errors) setProblems(error.body.errors);
      else toastProblem(error);
    } finally {
      setIsPutting(false);
    }
  };
  return (
    <Page title={t('new.title')} lead={t('new.lead')} above={<BackLink to={paths.documents}>{t('one.back')}</BackLink>}>
      <form onSubmit={submit} noValidate className={layout.panels}>
        <Panel title={t('new.files')}>
          <FilesField
            label={t('new.choose')}
            description={t('new.kinds', { megabytes: limits.documentMegabytes })}
            accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
            mostBytes={limits.documentMegabytes * 1024 * 1024}
            uploads={uploads}
            error={problems.some(({ pointer }) => pointer === '/fileId') && t('new.noFile')}
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
            onChange={(change) => setAudience((before) => ({ ...before, ...change }))}
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
            onChange={(change) => setValues((before) => ({ ...before, ...change }))}
          />
        </Panel>
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

/** What the API would refuse, said before anything is sent. */
function problemsOf(of: { values: DocumentValues; audience: Audience; isEmpty: boolean }): FieldProblem[] {
  const { values, audience, isEmpty } = of;
  const { kind, organisationId, person } = audience;
  const missing = (pointer: string) => ({ pointer, code: 'required' });
  return [
    ...(isEmpty ? [missing('/fileId')] : []),
    ...(kind ? [] : [missing('/kind')]),
    ...(kind === 'organisation' && !organisationId ? [missing('/organisationId')] : []),
    ...(kind === 'person' && !person ? [missing('/personId')] : []),
    ...(isPersonal(values.category) && kind !== 'person' ? [{ pointer: '/category', code: 'of-one-person' }] : []),
    ...(values.validFrom && values.validUntil && values.validUntil < values.validFrom
      ? [{ pointer: '/validUntil', code: 'before-start' }]
      : []),
  ];
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '').slice(0, longest.documentName);
