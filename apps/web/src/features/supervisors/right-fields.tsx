import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { rightNames } from '@konnekt/shared/supervisors/supervisor.words';
import { useTranslation } from 'react-i18next';
import { BoundCheck, BoundDay } from '../../kit/form/bound-fields.tsx';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import layout from '../../ui/form-layout.module.css';
import { type Picked, PickField } from '../../ui/pick-field.tsx';
import { pickOrganisation } from '../organisations/parts/organisation-queries.ts';

/** Where, what, and from when until when. */
export function RightFields(props: {
  organisation: Picked | undefined;
  onPick: (organisation: Picked | undefined) => void;
  problem: FieldProblem | undefined;
  fromHint?: string;
}) {
  const { t } = useTranslation(['people', 'office']);
  const wrongText = useWrongText();
  return (
    <div className={layout.fields}>
      <div data-wide>
        <PickField
          name="organisationId"
          label={t('office:field.organisation')}
          picked={props.organisation}
          onPick={props.onPick}
          search={pickOrganisation}
          error={props.problem && wrongText(props.problem)}
        />
      </div>
      <fieldset className={layout.plain} data-wide>
        <legend className={layout.legend}>{t('office:right.title')}</legend>
        {rightNames.map((name) => (
          <BoundCheck key={name} name={name} label={t(`office:right.${name}`)} description={t(`rightHint.${name}`)} />
        ))}
      </fieldset>
      <BoundDay name="validFrom" label={t('field.validFrom')} description={props.fromHint} required />
      <BoundDay name="validUntil" label={t('field.validUntil')} description={t('hint.validUntil')} />
    </div>
  );
}
