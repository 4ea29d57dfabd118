import type { Rights } from '@konnekt/shared/colleagues/colleague.contract';
import { rightNames } from '@konnekt/shared/supervisors/supervisor.words';
import { useTranslation } from 'react-i18next';

/** `uren goedkeuren, facturen inzien` */
export function useRightWords(): (rights: Rights) => string {
  const { t } = useTranslation('colleagues');
  return (rights) =>
    rightNames
      .filter((name) => rights[name])
      .map((name) => t(`right.${name}Short`))
      .join(', ');
}
