import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DifferenceList } from './difference-list.tsx';
import { rateDifferences } from './rate-change-queries.ts';

export { RateChangePage as Component };

/** What a change of rates came to, line by line. */
function RateChangePage() {
  const { t } = useTranslation('rateChanges');
  const { id = '' } = useParams();
  const query = useInfiniteQuery(rateDifferences(id));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('one.title')}
      above={<BackLink to={paths.rateChanges}>{t('list.title')}</BackLink>}
      lead={<span className={layout.quiet}>{t('one.text')}</span>}
    >
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {({ pages }) =>
          rows.length === 0 ? (
            <p>{t('preview.nothing')}</p>
          ) : (
            <>
              <DifferenceList rows={rows} label={t('one.title')} />
              <ListRest query={query} shown={rows.length} total={pages[0]?.total ?? 0} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
