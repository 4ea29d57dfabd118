import { mailApprovals } from '@konnekt/shared/approval-links/approval-link.words';
import { longest } from '@konnekt/shared/basics/text-rules';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import {
  BoundCheck,
  BoundChecks,
  BoundDay,
  BoundSelect,
  BoundText,
  BoundTextArea,
} from '../../kit/form/bound-fields.tsx';
import { useWeekdays } from '../../kit/form/use-weekdays.ts';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { hourTypeRecords } from '../hour-types/parts/hour-type-queries.ts';
import type { OrganisationValues } from './organisation-values.ts';
import { EntryFields } from './parts/entry-fields.tsx';

/** By which rules the hours at a client are entered: by whom, of what period, until when, and of which types. */
export function HoursFormFields({ values }: { values: Pick<OrganisationValues, 'hourTypeIds'> }) {
  const { t } = useTranslation(['organisations', 'office']);
  const format = useFormat();
  const { data: hourTypes } = useQuery(hourTypeRecords);
  const days = useWeekdays();
  // Those out of use are offered only where they are allowed still.
  const types = (hourTypes?.items ?? []).filter(({ id, isActive }) => isActive || values.hourTypeIds.includes(id));
  return (
    <Panel title={t('section.hours')}>
      <p className={layout.quiet}>{t('hint.hours')}</p>
      <div className={layout.fields}>
        <EntryFields />
        <BoundCheck
          name="requiresBudgetNumber"
          label={t('field.requiresBudgetNumber')}
          description={t('hint.requiresBudgetNumber')}
        />
        <BoundSelect
          name="approveByWeekday"
          label={t('field.approveByWeekday')}
          options={[{ value: '', label: t('field.asAgency') }, ...days]}
        />
        <BoundText
          name="approveByMinutes"
          typed="clock"
          label={t('field.approveByMinutes')}
          description={t('hint.approveByMinutes')}
        />
        <BoundSelect
          name="mailApproval"
          label={t('field.mailApproval')}
          description={t('hint.mailApproval')}
          options={mailApprovals.map((value) => ({ value, label: t(`mailApproval.${value}`) }))}
          wide
        />
        {(['approvalTextNl', 'approvalTextEn'] as const).map((name) => (
          <BoundTextArea
            key={name}
            name={name}
            label={t(`field.${name}`)}
            description={t('hint.approvalText')}
            limit={longest.approvalText}
            wide
          />
        ))}
        <BoundDay name="hoursFrom" label={t('field.hoursFrom')} description={t('hint.hoursFrom')} />
        <BoundChecks
          name="hourTypeIds"
          label={t('field.hourTypeIds')}
          description={t('hint.hourTypeIds')}
          options={types.map((type) => ({
            value: type.id,
            label: format.nameOf(type),
          }))}
          wide
        />
      </div>
    </Panel>
  );
}
