import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { Document } from '@konnekt/shared/documents/document.schema';
import { type DocumentRole, documentRoles, isPersonal } from '@konnekt/shared/documents/document.words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '../../ui/form-fields.tsx';
import layout from '../../ui/form-layout.module.css';
import { type Picked, PickField } from '../../ui/pick-field.tsx';
import { organisationsQuery } from '../organisations/parts/organisation-queries.ts';
import { type DocumentValues, useFieldError } from './document-fields.tsx';
import { pickPerson } from './parts/document-queries.ts';

const kinds = ['everybody', ...documentRoles, 'organisation', 'person'] as const;

export interface Audience {
  kind: (typeof kinds)[number] | '';
  role: DocumentRole | '';
  organisationId: string;
  person: Picked | undefined;
}
/** It is chosen, never taken for granted: nobody sees more than is meant. */
export const nobodyYet: Audience = { kind: '', role: 'supervisor', organisationId: '', person: undefined };

/** Of a document that is there. */
export const audienceOf = ({ role, organisation, person }: Document): Audience => ({
  kind: person ? 'person' : organisation ? 'organisation' : (role ?? 'everybody'),
  role: organisation ? (role ?? '') : 'supervisor',
  organisationId: organisation?.id ?? '',
  person: person ? { id: person.id, label: person.name } : undefined,
});

/** What the API would refuse of a document and of whom it is for, said before anything is sent. One that is for one person (`isOfOne`) stays so. */
export function problemsOf(
  values: DocumentValues,
  { kind, organisationId, person }: Audience,
  isOfOne = false,
): FieldProblem[] {
  const { category, validFrom, validUntil } = values;
  const isLet = isOfOne && kind !== 'person';
  return [
    ...(kind ? [] : [{ pointer: '/kind', code: 'required' }]),
    ...(kind && isLet ? [{ pointer: '/kind', code: 'stays-of-one-person' }] : []),
    ...(kind === 'organisation' && !organisationId ? [{ pointer: '/organisationId', code: 'required' }] : []),
    ...(kind === 'person' && !person ? [{ pointer: '/personId', code: 'required' }] : []),
    ...(isPersonal(category) && kind !== 'person' && !isLet ? [{ pointer: '/category', code: 'of-one-person' }] : []),
    ...(validFrom && validUntil && validUntil < validFrom ? [{ pointer: '/validUntil', code: 'before-start' }] : []),
  ];
}

/** As the API takes it; what is missing is refused there, at its field. */
export const audienceSent = ({ kind, role, organisationId, person }: Audience) => ({
  role: kind === 'organisation' ? role || null : kind === 'employee' || kind === 'supervisor' ? kind : null,
  organisationId: kind === 'organisation' ? organisationId : null,
  personId: kind === 'person' ? (person?.id ?? null) : null,
});

/** Whom a document is for. */
export function ForWhom(props: {
  audience: Audience;
  onChange: (change: Partial<Audience>) => void;
  problems: readonly FieldProblem[];
}) {
  const { t } = useTranslation('documents');
  const { audience, onChange, problems } = props;
  const errorOf = useFieldError(problems);
  const { data: organisations } = useQuery(organisationsQuery);
  return (
    <div className={layout.fields}>
      <SelectInput
        label={t('column.audience')}
        error={errorOf('kind') ?? (audience.kind !== 'person' && errorOf('personId'))}
        value={audience.kind}
        required
        onChange={({ currentTarget }) => onChange({ kind: kinds.find((kind) => kind === currentTarget.value) ?? '' })}
        options={[
          { value: '', label: t('forWhom.choose') },
          ...kinds.map((value) => ({ value, label: t(`forWhom.${value}`) })),
        ]}
      />
      {audience.kind === 'organisation' && (
        <>
          <SelectInput
            label={t('forWhom.which')}
            error={errorOf('organisationId')}
            value={audience.organisationId}
            onChange={({ currentTarget }) => onChange({ organisationId: currentTarget.value })}
            options={[
              { value: '', label: t('forWhom.choose') },
              ...(organisations?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <SelectInput
            label={t('forWhom.there')}
            value={audience.role}
            onChange={({ currentTarget }) =>
              onChange({ role: documentRoles.find((role) => role === currentTarget.value) ?? '' })
            }
            options={[
              ...documentRoles.toReversed().map((role) => ({ value: role, label: t(`forWhom.thereOnly.${role}`) })),
              { value: '', label: t('forWhom.thereOnly.all') },
            ]}
          />
        </>
      )}
      {audience.kind === 'person' && (
        <PickField
          name="personId"
          label={t('forWhom.person')}
          error={errorOf('personId')}
          picked={audience.person}
          onPick={(person) => onChange({ person })}
          search={pickPerson}
        />
      )}
    </div>
  );
}
