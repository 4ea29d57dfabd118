import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { Delivery } from '@konnekt/shared/documents/delivery.contract';
import { usualLimits } from '@konnekt/shared/documents/document.words';
import type { StoredFile } from '@konnekt/shared/files/file.contract';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newId } from '../../api/new-id.ts';
import { ApiProblem, isAlreadySent, isLost, isProblem } from '../../api/problem.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { FilesField } from '../../kit/files/files-field.tsx';
import { useUploads } from '../../kit/files/use-uploads.ts';
import { BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { missing } from '../../kit/form/typed-values.ts';
import { FormProblems, useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { DeliverySeen } from './delivery-seen.tsx';
import { limitsQuery, useCheckDelivery } from './parts/document-queries.ts';
import { useDocumentFieldWords } from './use-document-field-words.ts';
import { noFile, problemsOfFiles, useFileError } from './use-file-error.ts';

export { PayslipsPage as Component };

const isZip = ({ name }: File): boolean => /\.zip$/i.test(name);

/** Many payslips at once: first whose each is, then put there as that was seen. */
function PayslipsPage() {
  const { t } = useTranslation('documents');
  const [seen, setSeen] = useState<Delivery>();
  return (
    <Page
      title={t('delivery.title')}
      lead={t('delivery.lead')}
      above={<BackLink to={paths.documents}>{t('one.back')}</BackLink>}
    >
      {seen ? <DeliverySeen delivery={seen} onAnew={() => setSeen(undefined)} /> : <Choice onSeen={setSeen} />}
    </Page>
  );
}

const blank = { ...noFile, name: '', category: 'payslip' as Delivery['category'] };

function Choice({ onSeen }: { onSeen: (delivery: Delivery) => void }) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const uploads = useUploads((file) => (isZip(file) ? 'document-zip' : 'document'), newId);
  const { data: limits = usualLimits } = useQuery(limitsQuery);
  const check = useCheckDelivery();
  const id = useRef(newId());
  const { nameOf } = useDocumentFieldWords();
  const form = useRecordForm({
    stored: blank,
    find: ({ name }) => [...problemsOfFiles(uploads), ...missing({ name })],
    save: ({ name, category }) => {
      const there = uploads.items.flatMap(({ stored }) => (stored ? [stored] : []));
      return check
        .mutateAsync({ id: id.current, name, category, fileIds: there.map((stored) => stored.id) })
        .catch((error: unknown) => {
          // What was lost may be there: asked for again, it is that.
          if (!isLost(error)) id.current = newId();
          const problem = ofFiles(error, there);
          throw problem ? new FormProblems([problem]) : error;
        });
    },
    formOf: () => blank,
    onSaved: onSeen,
  });
  const fileError = useFileError(form.errors, uploads);
  return (
    <RecordForm
      form={form}
      isNew
      isWaiting={uploads.isBusy}
      nameOf={nameOf}
      submit={t('delivery.check')}
      onCancel={() => void navigate(paths.documents)}
    >
      <LeaveGuard isDirty={uploads.hasAny} />
      <Panel title={t('delivery.files')}>
        <FilesField
          label={t('delivery.choose')}
          description={t('delivery.kinds', { zip: limits.zipMegabytes, document: limits.documentMegabytes })}
          accept=".zip,.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
          mostBytes={limits.zipMegabytes * 1024 * 1024}
          uploads={uploads}
          error={fileError}
        />
      </Panel>
      <Panel title={t('new.about')}>
        <div className={layout.fields}>
          <BoundSelect
            name="category"
            label={t('category.label')}
            options={(['payslip', 'annual-statement'] as const).map((value) => ({
              value,
              label: t(`category.${value}`),
            }))}
          />
          <BoundText
            name="name"
            label={t('delivery.name')}
            description={t('delivery.nameHint')}
            maxLength={longest.documentName}
            required
          />
        </div>
      </Panel>
    </RecordForm>
  );
}

/** What was refused of the files, where it is of them. */
function ofFiles(error: unknown, there: readonly StoredFile[]): FieldProblem | undefined {
  const pointer = '/fileId';
  if (isAlreadySent(error)) return { pointer, code: 'already-sent' };
  if (isProblem(error, 'too-large')) return { pointer, code: 'zip-too-large' };
  const broken = error instanceof ApiProblem && there.find((_, at) => error.field(`/fileIds/${at}`));
  return broken ? { pointer, code: 'zip-broken', values: { name: broken.name } } : undefined;
}
