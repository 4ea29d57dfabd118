import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../kit/address/use-address.ts';
import { toast } from '../../ui/toast.tsx';
import type { useGrid } from './use-grid.ts';

/** Once, where the address asks for it: the agreed hours of everybody who has none yet, typed and not sent. */
export function useAgreed(grid: ReturnType<typeof useGrid>): void {
  const { t } = useTranslation('registration');
  const { read, rewrite } = useAddress();
  const isAsked = read('fill') === 'agreed';

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked, with what is there then
  useEffect(() => {
    if (!isAsked) return;
    rewrite({ fill: '' });
    const count = grid.fillAsAgreed();
    if (count > 0) toast({ tone: 'good', message: t('grid.agreed', { count }) });
  }, [isAsked]);
}
