import { fileLimits } from '@konnekt/shared/files/file.words';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { FileField } from '../../kit/files/file-field.tsx';
import type { RecordFormState } from '../../kit/form/use-record-form.ts';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import { Brand } from '../../ui/brand.tsx';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import classes from './settings-fields.module.css';
import { useHandInLogo } from './settings-queries.ts';
import type { SettingsValues } from './settings-values.ts';

/** Colour and logo, as they will be seen. */
export function LookFields({ form }: { form: RecordFormState<SettingsValues> }) {
  const { t } = useTranslation('settings');
  const wrongText = useWrongText();
  const id = useId();
  const { values, change, problemOf } = form;
  const colourProblem = problemOf('accentColour');
  return (
    <Panel title={t('section.look')}>
      <div className={layout.fields}>
        <div className={classes.look}>
          <label htmlFor={`${id}-colour`}>{t('field.accentColour')}</label>
          <span className={classes.colour}>
            <input
              id={`${id}-colour`}
              type="color"
              name="accentColour"
              aria-invalid={colourProblem ? true : undefined}
              aria-describedby={`${id}-colour-hint`}
              value={values.accentColour}
              onChange={(event) => change({ accentColour: event.currentTarget.value })}
            />
            <code>{values.accentColour}</code>
          </span>
          <span id={`${id}-colour-hint`} className={layout.quiet}>
            {colourProblem ? wrongText(colourProblem) : t('hint.accentColour')}
          </span>
        </div>
        <LogoField form={form} />
      </div>
    </Panel>
  );
}

/** Handed in at once, and the agency's own once the form is saved. */
function LogoField({ form }: { form: RecordFormState<SettingsValues> }) {
  const { t } = useTranslation('settings');
  const wrongText = useWrongText();
  const { values, change, problemOf } = form;
  const handIn = useHandInLogo();
  const mostKilobytes = fileLimits.logo.mostBytes / 1000;
  const handedIn = handIn.data?.id === values.logoFileId ? handIn.data : undefined;
  const wrong = () => {
    const problem = problemOf('logoFileId');
    if (problem) return wrongText(problem);
    if (!handIn.error) return undefined;
    if (isProblem(handIn.error, 'too-large')) return t('look.tooLarge', { most: mostKilobytes });
    const [first] = handIn.error instanceof ApiProblem ? (handIn.error.body.errors ?? []) : [];
    if (first) return first.code === 'picture-too-large' ? wrongText(first) : t('look.noPicture');
    return problemMessage(handIn.error);
  };
  return (
    <div className={classes.look}>
      <FileField
        label={t('field.logoFileId')}
        description={t('hint.logoFileId', { most: mostKilobytes })}
        accept=".png,.jpg,.jpeg,.webp,.svg"
        isBusy={handIn.isPending}
        chosen={handedIn?.name}
        error={wrong()}
        onFile={(file) => handIn.mutate(file, { onSuccess: ({ id }) => change({ logoFileId: id }) })}
      >
        <Brand agency={{ name: values.name, logoFileId: values.logoFileId || null }} picture={handedIn?.picture} />
      </FileField>
      {values.logoFileId && (
        <Button variant="default" size="xs" onClick={() => change({ logoFileId: '' })}>
          {t('look.noLogo')}
        </Button>
      )}
    </div>
  );
}
