import { longest } from '@konnekt/shared/basics/text-rules';
import { lawLimits } from '@konnekt/shared/worksheets/working-time.limits';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { BoundCheck, BoundDay, BoundSelect, BoundText, BoundTextArea } from '../../kit/form/bound-fields.tsx';
import { hoursText } from '../../kit/form/typed-values.ts';
import { useWeekdays } from '../../kit/form/use-weekdays.ts';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { AddressFields, RegisterFields } from '../organisations/parts/business-fields.tsx';
import { limitField, limitNames } from './settings-values.ts';

/** Who the agency is, where it is reached, and where clients pay. */
export function AgencyFields() {
  const { t } = useTranslation(['settings', 'office']);
  return (
    <Panel title={t('section.agency')}>
      <div className={layout.fields}>
        <BoundText name="name" label={t('field.name')} required maxLength={longest.agencyName} />
        <BoundText name="helpdeskPhone" typed="phone" label={t('field.helpdeskPhone')} required />
        <BoundText name="helpdeskEmail" typed="email" label={t('field.helpdeskEmail')} required />
        <BoundText name="mailFrom" typed="email" label={t('field.mailFrom')} description={t('hint.mailFrom')} />
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
            typed="clock"
            label={t('field.approveByMinutes')}
            description={t('hint.approveByMinutes')}
            required
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
        <div className={layout.fields}>
          {(['approvalTextNl', 'approvalTextEn'] as const).map((name) => (
            <BoundTextArea key={name} name={name} label={t(`field.${name}`)} limit={longest.approvalText} wide />
          ))}
        </div>
      </Panel>
      <Panel title={t('section.standsOut')}>
        <p className={layout.quiet}>{t('hint.standsOut')}</p>
        <div className={layout.fields}>
          {(['standsOutFromPlannedMinutes', 'standsOutFromPreviousMinutes'] as const).map((name) => (
            <BoundText
              key={name}
              name={name}
              typed="hours"
              label={t(`field.${name}`)}
              description={t(`hint.${name}`)}
              required
            />
          ))}
        </div>
      </Panel>
      <Panel title={t('section.limits')}>
        <p className={layout.quiet}>{t('hint.limits')}</p>
        <div className={layout.fields}>
          {limitNames.map((name) => (
            <BoundText
              key={name}
              name={limitField(name)}
              typed="hours"
              label={t(`limit.${name}`)}
              placeholder={t('limit.law', { hours: hoursText(lawLimits[name], format.language) })}
            />
          ))}
        </div>
      </Panel>
    </>
  );
}
