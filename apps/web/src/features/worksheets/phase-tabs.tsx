import { type Phase, phases } from '@konnekt/shared/worksheets/worksheet.status';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { statusCountsQuery } from './parts/worksheet-queries.ts';
import type { ListAddress } from './use-list-address.ts';

/** The phases, each with how many worksheets of what is filtered are in it. */
export function PhaseTabs({ phase, address }: { phase: Phase; address: ListAddress }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { data } = useQuery(statusCountsQuery(address.filter));
  const counts: Record<Phase, number | undefined> = {
    'to-fill': data?.toFill,
    'to-approve': data?.toApprove,
    'to-finalise': data?.toFinalise,
    done: data?.done,
  };
  const search = (one: Phase) => {
    const params = new URLSearchParams();
    params.set('phase', one);
    for (const name of ['q', 'organisation', 'employee', 'year', 'period', 'sort']) {
      if (address.read(name)) params.set(name, address.read(name));
    }
    return `${paths.worksheets}?${params}`;
  };
  return (
    <Tabs
      label={t('office.tabs')}
      current={phase}
      tabs={phases.map((id) => {
        const count = counts[id];
        return {
          id,
          label: t(`office.phase.${id}`),
          count: count === undefined ? undefined : format.count(count),
          to: search(id),
        };
      })}
    />
  );
}
