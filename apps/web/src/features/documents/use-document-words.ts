import type { DocumentRow } from '@konnekt/shared/documents/document.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

/** What is said of a document in a few words. */
export function useDocumentWords() {
  const { t } = useTranslation('documents');
  const format = useFormat();
  return {
    /** For whom it is. */
    audience: ({ role, organisation, person }: Pick<DocumentRow, 'role' | 'organisation' | 'person'>): string => {
      if (person) return person.name;
      if (organisation) return t(`audience.at.${role ?? 'all'}`, { name: organisation.name });
      return t(`audience.${role ?? 'everybody'}`);
    },
    /** From when until when it holds; nothing where it always does. */
    validity: ({ validFrom, validUntil }: Pick<DocumentRow, 'validFrom' | 'validUntil'>): string | undefined => {
      if (validFrom && validUntil)
        return t('validity.both', { from: format.day(validFrom), until: format.day(validUntil) });
      if (validFrom) return t('validity.from', { day: format.day(validFrom) });
      return validUntil ? t('validity.until', { day: format.day(validUntil) }) : undefined;
    },
    /** PDF, 1,2 MB */
    file: ({ mediaType, size }: Pick<DocumentRow['file'], 'mediaType' | 'size'>): string =>
      [kinds[mediaType], sizeOf(size, format.language)].filter(Boolean).join(', '),
  };
}

const kinds: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
};

function sizeOf(bytes: number, language: string): string {
  const isLarge = bytes >= 1024 * 1024;
  const size = bytes / (isLarge ? 1024 * 1024 : 1024);
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: isLarge ? 1 : 0 });
  return `${format.format(isLarge ? size : Math.max(1, size))} ${isLarge ? 'MB' : 'kB'}`;
}
