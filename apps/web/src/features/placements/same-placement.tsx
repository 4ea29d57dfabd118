import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PlacementValues } from './placement-values.ts';

type Asked = Pick<PlacementValues, 'employeeId' | 'organisationId' | 'functionName' | 'startsOn' | 'endsOn'>;

/** Warns of a placement that is there already: the same person, client and function, on a day of the same time. */
export function SamePlacement({ values }: { values: Asked }) {
  const { t } = useTranslation(['placements', 'office']);
  const format = useFormat();
  const { employeeId, organisationId } = values;
  const { data } = useQuery({
    queryKey: [...recordKeys.all, 'list', 'same-placement', employeeId, organisationId],
    queryFn: ({ signal }) =>
      call('GET /api/office/placements', { query: { employeeId, organisationId, sort: '-starts' } }, { signal }),
    enabled: employeeId !== '' && organisationId !== '',
  });
  const wanted = plain(values.functionName);
  const same = data?.items.find(
    ({ functionName, startsOn, endsOn }) =>
      plain(functionName) === wanted &&
      startsOn <= (values.endsOn || startsOn) &&
      values.startsOn <= (endsOn ?? values.startsOn),
  );
  if (!same) return null;
  const { id, startsOn, endsOn } = same;
  const time = endsOn
    ? t('office:validity.between', { from: format.day(startsOn), until: format.day(endsOn) })
    : t('office:validity.from', { from: format.day(startsOn) });
  return (
    <Notice tone="warn" role="status" title={t('same.title')}>
      <Link to={paths.placement(id)}>{t('same.link', { functionName: same.functionName, time })}</Link> {t('same.text')}
    </Notice>
  );
}

const plain = (text: string) => text.trim().toLowerCase();
