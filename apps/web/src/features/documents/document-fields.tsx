import { languages } from '@konnekt/shared/basics/actor';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import { type DocumentCategory, documentCategories } from '@konnekt/shared/documents/document.words';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../kit/form/day-field.tsx';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import { TextField } from '../../ui/field.tsx';
import { CheckField, SelectInput } from '../../ui/form-fields.tsx';
import layout from '../../ui/form-layout.module.css';

/** What is said of a document, as it is typed. */
export interface DocumentValues {
  name: string;
  category: DocumentCategory;
  language: '' | 'nl' | 'en';
  validFrom: string;
  validUntil: string;
  asksConfirmation: boolean;
}

export const noValues: DocumentValues = {
  ...{ name: '', category: 'other', language: '', validFrom: '', validUntil: '', asksConfirmation: false },
};

/** As the API takes them. */
export const asSent = ({ name, category, language, validFrom, validUntil, asksConfirmation }: DocumentValues) => ({
  ...{ name, category, asksConfirmation },
  language: language || null,
  validFrom: validFrom || null,
  validUntil: validUntil || null,
});

/** What was refused of a field, in words. */
export function useFieldError(problems: readonly FieldProblem[]) {
  const wrongText = useWrongText();
  return (name: string) => {
    const found = problems.find(({ pointer }) => pointer === `/${name}`);
    return found && wrongText(found);
  };
}

export function DocumentFields(props: {
  values: DocumentValues;
  onChange: (change: Partial<DocumentValues>) => void;
  problems: readonly FieldProblem[];
  /** Where several are put there at once, each has a name of its own. */
  hasName: boolean;
}) {
  const { t } = useTranslation('documents');
  const { values, onChange, problems, hasName } = props;
  const errorOf = useFieldError(problems);
  return (
    <>
      <div className={layout.fields}>
        {hasName && (
          <div data-wide>
            <TextField
              label={t('field.name')}
              error={errorOf('name')}
              value={values.name}
              maxLength={longest.documentName}
              required
              data-autofocus
              onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
            />
          </div>
        )}
        <SelectInput
          label={t('category.label')}
          error={errorOf('category')}
          value={values.category}
          onChange={({ currentTarget }) =>
            onChange({ category: documentCategories.find((one) => one === currentTarget.value) ?? 'other' })
          }
          options={documentCategories.map((value) => ({ value, label: t(`category.${value}`) }))}
        />
        <SelectInput
          label={t('language.label')}
          value={values.language}
          onChange={({ currentTarget }) =>
            onChange({ language: languages.find((one) => one === currentTarget.value) ?? '' })
          }
          options={[
            { value: '', label: t('language.any') },
            ...languages.map((value) => ({ value, label: t(`language.${value}`) })),
          ]}
        />
        <DayField
          label={t('field.validFrom')}
          description={t('field.validFromHint')}
          error={errorOf('validFrom')}
          value={values.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <DayField
          label={t('field.validUntil')}
          description={t('field.validUntilHint')}
          error={errorOf('validUntil')}
          value={values.validUntil}
          onChange={(validUntil) => onChange({ validUntil })}
        />
      </div>
      <CheckField
        label={t('field.asksConfirmation')}
        description={t('field.asksConfirmationHint')}
        checked={values.asksConfirmation}
        onChange={({ currentTarget }) => onChange({ asksConfirmation: currentTarget.checked })}
      />
    </>
  );
}
