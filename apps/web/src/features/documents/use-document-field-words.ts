import type { Document } from '@konnekt/shared/documents/document.schema';
import { useTranslation } from 'react-i18next';
import type { Values } from '../../kit/form/record-draft.ts';

const labels = {
  name: 'field.name',
  category: 'category.label',
  language: 'language.label',
  validFrom: 'field.validFrom',
  validUntil: 'field.validUntil',
  asksConfirmation: 'field.asksConfirmation',
  kind: 'column.audience',
  role: 'forWhom.there',
  organisationId: 'forWhom.which',
  personId: 'forWhom.person',
  fileId: 'version.file',
} as const;
const isField = (name: string): name is keyof typeof labels => name in labels;

/** What the fields of a document are called, and what those hold that somebody else changed (`document` is as it is now). */
export function useDocumentFieldWords(document?: Document) {
  const { t } = useTranslation('documents');
  return {
    nameOf: (field: string): string => (isField(field) ? t(labels[field]) : field),
    wordsOf: (field: string, value: Values[string]): string | undefined => {
      if (field === 'organisationId') return document?.organisation?.name;
      if (field === 'personId') return document?.person?.name;
      if (field === 'category') return t(`category.${value}` as never);
      if (field === 'language') return t(`language.${value || 'any'}` as never);
      if (field === 'kind') return t(`forWhom.${value}` as never);
      if (field === 'role') return t(`forWhom.thereOnly.${value || 'all'}` as never);
      return undefined;
    },
  };
}
