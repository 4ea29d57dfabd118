import { longest } from '@konnekt/shared/basics/text-rules';
import type { Delivery } from '@konnekt/shared/documents/delivery.contract';
import { usualLimits } from '@konnekt/shared/documents/document.words';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isAlreadySent, isLost, isProblem } from '../../api/problem.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { FilesField } from '../../kit/files/files-field.tsx';
import { useUploads } from '../../kit/files/use-uploads.ts';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { focusWrong } from '../../ui/focus-wrong.ts';
import { SelectInput } from '../../ui/form-fields.tsx';
import layout from '../../ui/form-layout.module.css';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { newPartId } from '../hours/parts/part-id.ts';
import { DeliverySeen } from './delivery-seen.tsx';
import { limitsQuery, useCheckDelivery } from './parts/document-queries.ts';
import { problemsOfFiles, useFileError } from './use-file-error.ts';
import { useProblems } from './use-problems.ts';

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

function Choice({ onSeen }: { onSeen: (delivery: Delivery) => void }) {
  const { t } = useTranslation('documents');
  const uploads = useUploads((file) => (isZip(file) ? 'document-zip' : 'document'), newPartId);
  const { data: limits = usualLimits } = useQuery(limitsQuery);
  const [category, setCategory] = useState<Delivery['category']>('payslip');
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string>();
  const check = useCheckDelivery();
  const id = useRef(newPartId());
  const there = uploads.items.flatMap(({ stored }) => (stored ? [stored] : []));
  const fileIds = there.map((stored) => stored.id);
  const wrong = [...problemsOfFiles(uploads), ...(name.trim() === '' ? [{ pointer: '/name', code: 'required' }] : [])];
  const { problems, press } = useProblems(wrong);
  const fileError = useFileError(problems, uploads);
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    press();
    setFailure(undefined);
    if (wrong.length > 0) return focusWrong(form.current);
    if (uploads.isBusy) return;
    check.mutate(
      { id: id.current, name, category, fileIds },
      {
        onSuccess: onSeen,
        onError: (error) => {
          // What was lost may be there: asked for again, it is that.
          if (!isLost(error)) id.current = newPartId();
          const broken = error instanceof ApiProblem && there.find((_, at) => error.field(`/fileIds/${at}`));
          if (isAlreadySent(error)) setFailure(t('delivery.alreadySent'));
          else if (isProblem(error, 'too-large')) setFailure(t('delivery.tooLarge'));
          else if (broken) setFailure(t('delivery.broken', { name: broken.name }));
          else return toastProblem(error);
          focusWrong(form.current);
        },
      },
    );
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={layout.panels}>
      <Panel title={t('delivery.files')}>
        <FilesField
          label={t('delivery.choose')}
          description={t('delivery.kinds', { zip: limits.zipMegabytes, document: limits.documentMegabytes })}
          accept=".zip,.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
          mostBytes={limits.zipMegabytes * 1024 * 1024}
          uploads={uploads}
          error={failure ?? fileError}
        />
      </Panel>
      <Panel title={t('new.about')}>
        <div className={layout.fields}>
          <SelectInput
            label={t('category.label')}
            value={category}
            onChange={({ currentTarget }) =>
              setCategory(currentTarget.value === 'annual-statement' ? 'annual-statement' : 'payslip')
            }
            options={(['payslip', 'annual-statement'] as const).map((value) => ({
              value,
              label: t(`category.${value}`),
            }))}
          />
          <TextField
            label={t('delivery.name')}
            description={t('delivery.nameHint')}
            error={problems.some(({ pointer }) => pointer === '/name') && t('new.noName')}
            value={name}
            maxLength={longest.documentName}
            required
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </div>
      </Panel>
      <DialogActions>
        <Button type="submit" loading={check.isPending} disabled={uploads.isBusy}>
          {t('delivery.check')}
        </Button>
      </DialogActions>
    </form>
  );
}
