import { languages } from '@konnekt/shared/basics/actor';
import { longest } from '@konnekt/shared/basics/text-rules';
import { type DocumentCategory, documentCategories } from '@konnekt/shared/documents/document.words';
import { useTranslation } from 'react-i18next';
import { BoundCheck, BoundDay, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import layout from '../../ui/form-layout.module.css';

/** What is said of a document, as it is typed. */
export type DocumentValues = {
  name: string;
  category: DocumentCategory;
  language: '' | 'nl' | 'en';
  validFrom: string;
  validUntil: string;
  asksConfirmation: boolean;
};

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

/** Where several are put there at once, each has a name of its own. */
export function DocumentFields({ hasName }: { hasName: boolean }) {
  const { t } = useTranslation('documents');
  return (
    <>
      <div className={layout.fields}>
        {hasName && (
          <BoundText
            wide
            name="name"
            label={t('field.name')}
            maxLength={longest.documentName}
            required
            data-autofocus
          />
        )}
        <BoundSelect
          name="category"
          label={t('category.label')}
          options={documentCategories.map((value) => ({ value, label: t(`category.${value}`) }))}
        />
        <BoundSelect
          name="language"
          label={t('language.label')}
          options={[
            { value: '', label: t('language.any') },
            ...languages.map((value) => ({ value, label: t(`language.${value}`) })),
          ]}
        />
        <BoundDay name="validFrom" label={t('field.validFrom')} description={t('field.validFromHint')} />
        <BoundDay name="validUntil" label={t('field.validUntil')} description={t('field.validUntilHint')} />
      </div>
      <BoundCheck
        name="asksConfirmation"
        label={t('field.asksConfirmation')}
        description={t('field.asksConfirmationHint')}
      />
    </>
  );
}
