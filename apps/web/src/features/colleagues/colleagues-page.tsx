import type { Colleagues } from '@konnekt/shared/colleagues/colleague.contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ColleagueList } from './colleague-list.tsx';
import { colleaguesQuery } from './colleague-queries.ts';
import classes from './colleagues-page.module.css';
import { Offers } from './offers.tsx';
import { Substitutes } from './substitutes.tsx';

export { ColleaguesPage as Component };

/** Who else supervises here, who stands in for whom, and for who manages people: inviting and ending them. */
function ColleaguesPage() {
  const { t } = useTranslation('colleagues');
  const query = useQuery(colleaguesQuery);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={query} skeleton={<Skeleton rows={6} />}>
        {(data: Colleagues) => (
          <div className={classes.panels}>
            <Offers {...data} />
            <ColleagueList {...data} />
            <Substitutes {...data} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
