import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { NotFound } from '../../kit/address/not-found.tsx';
import { paths } from '../../kit/address/paths.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DifferenceList } from './difference-list.tsx';
import { RateChangeFacts } from './rate-change-facts.tsx';
import { rateChangeRecord, rateDifferences } from './rate-change-queries.ts';
import classes from './rate-changes.module.css';

export { RateChangePage as Component };

/** A change of rates: what was asked and why, and what it came to, line by line. */
function RateChangePage() {
  const { t } = useTranslation('rateChanges');
  const { id = '' } = useParams();
  const change = useQuery(rateChangeRecord(id));
  const query = useInfiniteQuery(rateDifferences(id));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (isNotThere(change.error)) return <NotFound />;
  return (
    <Page
      title={t('one.title')}
      above={<BackLink to={paths.rateChanges}>{t('list.title')}</BackLink>}
      lead={<span className={layout.quiet}>{t('one.text')}</span>}
    >
      <div className={classes.stack}>
        <Loaded query={change} skeleton={<Skeleton rows={4} height={28} />}>
          {(made) => <RateChangeFacts change={made} />}
        </Loaded>
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
      </div>
    </Page>
  );
}
