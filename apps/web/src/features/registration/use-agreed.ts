import { formatHours } from '@konnekt/shared/basics/minutes';
import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import { toast } from '../../ui/toast.tsx';
import { allows } from './client-rules.tsx';
import { hoursKey } from './typed-hours.ts';
import type { useGrid } from './use-grid.ts';

/** Once, where the address asks for it: the agreed hours of everybody who has none yet, typed and not sent. */
export function useAgreed(registration: Registration, grid: ReturnType<typeof useGrid>): void {
  const { t } = useTranslation('registration');
  const { language } = useFormat();
  const { read, rewrite } = useAddress();
  const isAsked = read('fill') === 'agreed';

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked, with what is there then
  useEffect(() => {
    if (!isAsked) return;
    rewrite({ fill: '' });
    const blank = grid.rows.filter(
      ({ row, isOpen, read: { lines, problems } }) =>
        isOpen && row.plannedMinutes > 0 && lines.length === 0 && problems.length === 0,
    );
    const changes = blank.flatMap(({ row, client }) => {
      const type = registration.hourTypes.find(({ id, kind }) => kind === 'normal' && allows(client, id));
      if (!type) return [];
      const text = formatHours(row.plannedMinutes, language);
      return [{ placementId: row.placement.id, key: hoursKey(type.id, null), text }];
    });
    grid.put(changes);
    if (changes.length > 0) toast({ tone: 'good', message: t('grid.agreed', { count: changes.length }) });
  }, [isAsked]);
}
