import type { Rights } from '@konnekt/shared/colleagues/colleague.contract';
import { useTranslation } from 'react-i18next';

export const rightNames = ['mayApprove', 'mayRegister', 'maySeeInvoices', 'mayManage'] as const;

/** `uren goedkeuren, facturen inzien` */
export function useRightWords(): (rights: Rights) => string {
  const { t } = useTranslation('colleagues');
  return (rights) =>
    rightNames
      .filter((name) => rights[name])
      .map((name) => t(`right.${name}Short`))
      .join(', ');
}
