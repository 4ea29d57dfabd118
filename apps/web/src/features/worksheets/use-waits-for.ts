import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';

/** Who can approve it; the reader first, where they can. */
export function useWaitsFor() {
  const { t } = useTranslation('worksheets');
  const { oneOf } = useFormat();
  const { name } = useMe();
  return ({ status, waitsFor, allowed }: Worksheet): string | undefined => {
    if (status !== 'submitted' || waitsFor.length === 0) return undefined;
    if (!allowed.includes('approve')) return t('page.waitsFor', { names: oneOf(waitsFor) });
    const others = waitsFor.filter((one) => one !== name);
    return others.length === 0 ? t('page.waitsForYou') : t('page.waitsForYouOr', { names: oneOf(others) });
  };
}
