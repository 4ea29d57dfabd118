import { useTranslation } from 'react-i18next';

/** The name of a field, here or shared with other records of the office. */
export function useFieldName(
  namespace: 'payroll' | 'people' | 'placements' | 'rateChanges' | 'settings' | 'accounts' | 'colleagues',
) {
  const { t, i18n } = useTranslation();
  return (field: string): string => {
    const own = `${namespace}:field.${field}`;
    return String(t((i18n.exists(own) ? own : `office:field.${field}`) as never));
  };
}
