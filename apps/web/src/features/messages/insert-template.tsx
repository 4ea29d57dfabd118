import type { Language } from '@konnekt/shared/basics/actor';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '../../ui/form-fields.tsx';
import { templatesQuery } from './parts/message-queries.ts';

/** Puts an answer that is kept into the message, in the language of who reads it; nothing where none is kept. */
export function InsertTemplate(props: { language: Language; onInsert: (text: string) => void }) {
  const { t } = useTranslation('messages');
  const { data } = useQuery(templatesQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <SelectInput
      label={t('write.template')}
      value=""
      onChange={({ currentTarget }) => {
        const chosen = data.items.find(({ id }) => id === currentTarget.value);
        if (chosen) props.onInsert(props.language === 'en' ? chosen.bodyEn : chosen.bodyNl);
      }}
      options={[
        { value: '', label: t('write.templateNone') },
        ...data.items.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
