import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { Document } from '@konnekt/shared/documents/document.schema';
import { type DocumentRole, documentRoles, isPersonal } from '@konnekt/shared/documents/document.words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoundSelect, useFields } from '../../kit/form/bound-fields.tsx';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import layout from '../../ui/form-layout.module.css';
import { type Picked, PickField } from '../../ui/pick-field.tsx';
import { organisationsQuery } from '../organisations/parts/organisation-queries.ts';
import type { DocumentValues } from './document-fields.tsx';
import { pickPerson } from './parts/document-queries.ts';

const kinds = ['everybody', ...documentRoles, 'organisation', 'person'] as const;

export type Audience = {
  kind: (typeof kinds)[number] | '';
  role: DocumentRole | '';
  organisationId: string;
  personId: string;
};
/** It is chosen, never taken for granted: nobody sees more than is meant. */
export const nobodyYet: Audience = { kind: '', role: 'supervisor', organisationId: '', personId: '' };

/** Of a document that is there. */
export const audienceOf = ({ role, organisation, person }: Document): Audience => ({
  kind: person ? 'person' : organisation ? 'organisation' : (role ?? 'everybody'),
  role: organisation ? (role ?? '') : 'supervisor',
  organisationId: organisation?.id ?? '',
  personId: person?.id ?? '',
});

/** What the API would refuse of a document and of whom it is for, said before anything is sent. One that is for one person (`isOfOne`) stays so. */
export function problemsOf(values: DocumentValues & Audience, isOfOne = false): FieldProblem[] {
  const { category, validFrom, validUntil, kind, organisationId, personId } = values;
  const isLet = isOfOne && kind !== 'person';
  return [
    ...(kind ? [] : [{ pointer: '/kind', code: 'required' }]),
    ...(kind && isLet ? [{ pointer: '/kind', code: 'stays-of-one-person' }] : []),
    ...(kind === 'organisation' && !organisationId ? [{ pointer: '/organisationId', code: 'required' }] : []),
    ...(kind === 'person' && !personId ? [{ pointer: '/personId', code: 'required' }] : []),
    ...(isPersonal(category) && kind !== 'person' && !isLet ? [{ pointer: '/category', code: 'of-one-person' }] : []),
    ...(validFrom && validUntil && validUntil < validFrom ? [{ pointer: '/validUntil', code: 'before-start' }] : []),
  ];
}

/** Whether what is wrong with a field has no field on screen. */
export const isOutOfSight = (pointer: string, { kind }: Audience): boolean =>
  (pointer === '/personId' && kind !== 'person') || (pointer === '/organisationId' && kind !== 'organisation');

/** As the API takes it; what is missing is refused there, at its field. */
export const audienceSent = ({ kind, role, organisationId, personId }: Audience) => ({
  role: kind === 'organisation' ? role || null : kind === 'employee' || kind === 'supervisor' ? kind : null,
  organisationId: kind === 'organisation' ? organisationId : null,
  personId: kind === 'person' ? personId || null : null,
});

/** Whom a document is for; `known` is the one that it is for now. */
export function ForWhom({ known }: { known?: Picked | undefined }) {
  const { t } = useTranslation('documents');
  const wrongText = useWrongText();
  const { values, problemOf, change } = useFields();
  const [picked, setPicked] = useState<Picked>();
  const { data: organisations } = useQuery(organisationsQuery);
  const wrongPerson = problemOf('personId');
  return (
    <div className={layout.fields}>
      <BoundSelect
        name="kind"
        label={t('column.audience')}
        required
        options={[
          { value: '', label: t('forWhom.choose') },
          ...kinds.map((value) => ({ value, label: t(`forWhom.${value}`) })),
        ]}
      />
      {values.kind === 'organisation' && (
        <>
          <BoundSelect
            name="organisationId"
            label={t('forWhom.which')}
            options={[
              { value: '', label: t('forWhom.choose') },
              ...(organisations?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <BoundSelect
            name="role"
            label={t('forWhom.there')}
            options={[
              ...documentRoles.toReversed().map((role) => ({ value: role, label: t(`forWhom.thereOnly.${role}`) })),
              { value: '', label: t('forWhom.thereOnly.all') },
            ]}
          />
        </>
      )}
      {values.kind === 'person' && (
        <PickField
          name="personId"
          label={t('forWhom.person')}
          error={wrongPerson && wrongText(wrongPerson)}
          picked={[picked, known].find((one) => one?.id === values.personId)}
          onPick={(person) => {
            setPicked(person);
            change({ personId: person?.id ?? '' });
          }}
          search={pickPerson}
        />
      )}
    </div>
  );
}
