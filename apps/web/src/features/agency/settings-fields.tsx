import { longest, longestTyped } from '@konnekt/shared/basics/text-rules';
import { fileLimits } from '@konnekt/shared/files/file.words';
import { lawLimits } from '@konnekt/shared/worksheets/working-time.limits';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { useFormat } from '../../i18n/format.ts';
import { FileField } from '../../kit/files/file-field.tsx';
import { BoundCheck, BoundDay, BoundSelect, BoundText, BoundTextArea } from '../../kit/form/bound-fields.tsx';
import { hoursText } from '../../kit/form/typed-values.ts';
import type { RecordFormState } from '../../kit/form/use-record-form.ts';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import { Brand } from '../../ui/brand.tsx';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { AddressFields, RegisterFields } from '../organisations/parts/business-fields.tsx';
import classes from './settings-fields.module.css';
import { useHandInLogo } from './settings-queries.ts';
import { limitField, limitNames, type SettingsValues } from './settings-values.ts';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The days of the week to choose from: of a week whose Monday is the first. */
export function useWeekdays() {
  const format = useFormat();
  return weekdays.map((value) => ({ value, label: format.weekdayLong(`2024-01-0${value}`) }));
}

/** Who the agency is, where it is reached, and where clients pay. */
export function AgencyFields() {
  const { t } = useTranslation(['settings', 'office']);
  return (
    <Panel title={t('section.agency')}>
      <div className={layout.fields}>
        <BoundText name="name" label={t('field.name')} required maxLength={longest.agencyName} />
        <BoundText
          name="helpdeskPhone"
          label={t('field.helpdeskPhone')}
          required
          inputMode="tel"
          maxLength={longest.phone}
        />
        <BoundText
          name="helpdeskEmail"
          label={t('field.helpdeskEmail')}
          required
          inputMode="email"
          maxLength={longest.email}
        />
        <BoundText
          name="mailFrom"
          label={t('field.mailFrom')}
          description={t('hint.mailFrom')}
          inputMode="email"
          maxLength={longest.email}
        />
        <AddressFields />
        <RegisterFields />
        <BoundText name="iban" label={t('field.iban')} maxLength={longest.iban} />
        <BoundText
          name="gAccountIban"
          label={t('field.gAccountIban')}
          description={t('hint.gAccountIban')}
          maxLength={longest.iban}
        />
      </div>
    </Panel>
  );
}

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
    return problemMessage(t as never, handIn.error);
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

/** Approval, the payroll week, week 53, and the limits that warnings go by. */
export function RuleFields() {
  const { t } = useTranslation(['settings', 'office']);
  const format = useFormat();
  const days = useWeekdays();
  return (
    <>
      <Panel title={t('section.rules')}>
        <div className={layout.fields}>
          <BoundCheck name="lastApproval" label={t('field.lastApproval')} description={t('hint.lastApproval')} wide />
          <BoundCheck
            name="correctionsNeedApproval"
            label={t('field.correctionsNeedApproval')}
            description={t('hint.correctionsNeedApproval')}
            wide
          />
          <BoundSelect name="approveByWeekday" label={t('field.approveByWeekday')} options={days} />
          <BoundText
            name="approveByMinutes"
            label={t('field.approveByMinutes')}
            description={t('hint.approveByMinutes')}
            required
            maxLength={longestTyped.clock}
          />
          <BoundSelect name="paidOnWeekday" label={t('field.paidOnWeekday')} options={days} />
          <BoundSelect
            name="weekFiftyThree"
            label={t('field.weekFiftyThree')}
            description={t('hint.weekFiftyThree')}
            options={(['long-last-period', 'separate-week'] as const).map((value) => ({
              value,
              label: t(`weekFiftyThree.${value}`),
            }))}
            wide
          />
          <BoundDay name="hoursFrom" label={t('field.hoursFrom')} description={t('hint.hoursFrom')} wide />
        </div>
      </Panel>
      <Panel title={t('section.approvalText')}>
        <p className={layout.quiet}>{t('hint.approvalText')}</p>
        <div className={layout.fields} style={{ marginTop: 12 }}>
          {(['approvalTextNl', 'approvalTextEn'] as const).map((name) => (
            <BoundTextArea key={name} name={name} label={t(`field.${name}`)} limit={longest.approvalText} wide />
          ))}
        </div>
      </Panel>
      <Panel title={t('section.standsOut')}>
        <p className={layout.quiet}>{t('hint.standsOut')}</p>
        <div className={layout.fields} style={{ marginTop: 12 }}>
          {(['standsOutFromPlannedMinutes', 'standsOutFromPreviousMinutes'] as const).map((name) => (
            <BoundText
              key={name}
              name={name}
              label={t(`field.${name}`)}
              description={t(`hint.${name}`)}
              required
              inputMode="decimal"
              maxLength={longestTyped.hours}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t('section.limits')}>
        <p className={layout.quiet}>{t('hint.limits')}</p>
        <div className={layout.fields} style={{ marginTop: 12 }}>
          {limitNames.map((name) => (
            <BoundText
              key={name}
              name={limitField(name)}
              label={t(`limit.${name}`)}
              inputMode="decimal"
              maxLength={longestTyped.hours}
              placeholder={t('limit.law', { hours: hoursText(lawLimits[name], format.language) })}
            />
          ))}
        </div>
      </Panel>
    </>
  );
}
