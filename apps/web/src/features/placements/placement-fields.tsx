import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { BudgetNumber } from '@konnekt/shared/organisations/budget-number.schema';
import { useTranslation } from 'react-i18next';
import { BoundDay, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { type Picked, PickField } from '../../ui/pick-field.tsx';
import { pickEmployee } from '../employees/parts/employee-queries.ts';
import { NotesField } from '../organisations/parts/business-fields.tsx';
import { EntryFields } from '../organisations/parts/entry-fields.tsx';
import { pickOrganisation } from '../organisations/parts/organisation-queries.ts';

const bases = ['flexible', 'fixed'] as const;

/** Who works where and as what, from when until when, and how the hours come in. */
export function PlacementFormFields(props: {
  employee: Picked | undefined;
  organisation: Picked | undefined;
  onPick: (which: 'employee' | 'organisation', picked: Picked | undefined) => void;
  problemOf: (name: string) => FieldProblem | undefined;
  budgetNumbers: readonly BudgetNumber[];
  /** There are worksheets: who, where and per what are settled. */
  isSettled?: boolean;
}) {
  const { t } = useTranslation(['placements', 'office']);
  const wrongText = useWrongText();
  const { isSettled } = props;
  const picker = (which: 'employee' | 'organisation') => {
    const problem = props.problemOf(`${which}Id`);
    return (
      <PickField
        name={`${which}Id`}
        label={t(`office:field.${which}`)}
        picked={props[which]}
        onPick={(picked) => props.onPick(which, picked)}
        search={which === 'employee' ? pickEmployee : pickOrganisation}
        error={problem && wrongText(problem)}
        disabled={isSettled ?? false}
      />
    );
  };
  return (
    <>
      <Panel title={t('section.who')}>
        {isSettled && <p className={layout.quiet}>{t('hint.settled')}</p>}
        <div className={layout.fields}>
          {picker('employee')}
          {picker('organisation')}
          <BoundText name="functionName" label={t('field.functionName')} required maxLength={longest.functionName} />
          <BoundText
            name="number"
            label={t('office:field.number')}
            description={t('hint.number')}
            maxLength={longest.recordNumber}
          />
          <BoundDay name="startsOn" label={t('field.startsOn')} required />
          <BoundDay name="endsOn" label={t('field.endsOn')} description={t('hint.endsOn')} />
        </div>
      </Panel>
      <Panel title={t('section.hours')}>
        <div className={layout.fields}>
          <BoundSelect
            name="basis"
            label={t('office:field.basis')}
            description={t('hint.basis')}
            options={bases.map((value) => ({ value, label: t(`office:basis.${value}`) }))}
          />
          <BoundText
            name="plannedMinutes"
            typed="hours"
            label={t('office:field.plannedMinutes')}
            description={t('hint.plannedMinutes')}
            required
          />
          <EntryFields isPeriodSettled={isSettled ?? false} />
          <BoundText
            name="budgetNumber"
            label={t('field.budgetNumber')}
            description={t('hint.budgetNumber')}
            list="budget-numbers"
            maxLength={longest.budgetNumber}
          />
          <datalist id="budget-numbers">
            {props.budgetNumbers.map(({ id, number, description }) => (
              <option key={id} value={number}>
                {description}
              </option>
            ))}
          </datalist>
        </div>
      </Panel>
      <Panel title={t('section.references')}>
        <div className={layout.fields}>
          <BoundText
            name="costCentre"
            label={t('field.costCentre')}
            description={t('hint.reference')}
            maxLength={longest.reference}
          />
          <BoundText
            name="orderNumber"
            label={t('field.orderNumber')}
            description={t('hint.reference')}
            maxLength={longest.reference}
          />
          <BoundText name="project" label={t('field.project')} maxLength={longest.project} />
          <BoundText name="phase" label={t('field.phase')} description={t('hint.phase')} maxLength={longest.phase} />
          <NotesField />
        </div>
      </Panel>
    </>
  );
}
