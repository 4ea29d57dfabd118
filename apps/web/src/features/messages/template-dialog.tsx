import { longest } from '@konnekt/shared/basics/text-rules';
import type { AnswerTemplate, SaveTemplate } from '@konnekt/shared/messages/message.schema';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { TypedDialog } from '../../kit/form/typed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { isTooLong, TextAreaField, TextField } from '../../ui/field.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { useTemplatesChanged } from './parts/message-queries.ts';
import classes from './parts/messages.module.css';

/** Adds, changes or removes an answer that is kept. */
export function TemplateDialog({ template, onClose }: { template: AnswerTemplate | undefined; onClose: () => void }) {
  const { t } = useTranslation('messages');
  const changed = useTemplatesChanged();
  const [typed, setTyped] = useState<SaveTemplate>(template ?? { name: '', bodyNl: '', bodyEn: '' });
  const isTyped = (['name', 'bodyNl', 'bodyEn'] as const).some((field) => typed[field] !== (template?.[field] ?? ''));
  const [wasPressed, setWasPressed] = useState(false);
  const { name, bodyNl, bodyEn } = typed;
  const done = (text: 'template.saved' | 'template.removed') => async () => {
    await changed();
    toast({ tone: 'good', message: t(text) });
    onClose();
  };
  const save = useMutation({
    mutationFn: (body: SaveTemplate) =>
      template
        ? call('PUT /api/answer-templates/:id', {
            params: { id: template.id },
            body: { ...body, version: template.version },
          })
        : call('POST /api/answer-templates', { body }),
    onSuccess: done('template.saved'),
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: AnswerTemplate) =>
      call('DELETE /api/answer-templates/:id', { params: { id }, body: { version } }),
    onSuccess: done('template.removed'),
    onError: toastProblem,
  });
  const isTaken = save.error instanceof ApiProblem && save.error.body.errors?.some(({ code }) => code === 'taken');
  const missing = (text: string) => wasPressed && text.trim() === '' && t('template.missing');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasPressed(true);
    const isWrong = [name, bodyNl, bodyEn].some((text) => text.trim() === '' || isTooLong(text, longest.message));
    if (!isWrong)
      save.mutate(
        { name, bodyNl, bodyEn },
        { onError: (error) => !(error instanceof ApiProblem && error.body.errors) && toastProblem(error) },
      );
  };
  return (
    <TypedDialog
      title={template ? t('template.edit', { name: template.name }) : t('template.add')}
      isDirty={() => isTyped}
      onClose={onClose}
    >
      {(close) => (
        <form onSubmit={submit} noValidate className={classes.form}>
          <TextField
            label={t('template.name')}
            error={missing(name) || (isTaken && t('template.taken'))}
            value={name}
            maxLength={longest.name}
            required
            data-autofocus
            onChange={({ currentTarget }) => setTyped({ ...typed, name: currentTarget.value })}
          />
          <TextAreaField
            label={t('template.bodyNl')}
            error={missing(bodyNl)}
            value={bodyNl}
            limit={longest.message}
            rows={5}
            lang="nl"
            required
            onChange={({ currentTarget }) => setTyped({ ...typed, bodyNl: currentTarget.value })}
          />
          <TextAreaField
            label={t('template.bodyEn')}
            error={missing(bodyEn)}
            value={bodyEn}
            limit={longest.message}
            rows={5}
            lang="en"
            required
            onChange={({ currentTarget }) => setTyped({ ...typed, bodyEn: currentTarget.value })}
          />
          <DialogActions>
            {template && (
              <Button variant="danger" loading={remove.isPending} onClick={() => remove.mutate(template)}>
                {t('template.remove')}
              </Button>
            )}
            <Button variant="default" onClick={close}>
              {t('template.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('template.save')}
            </Button>
          </DialogActions>
        </form>
      )}
    </TypedDialog>
  );
}
