import { isOffice } from '@konnekt/shared/basics/actor';
import type { Budget } from '@konnekt/shared/budgets/budget.contract';
import { IconHash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { Page } from '../../ui/page.tsx';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { BudgetState } from './budget-state.tsx';
import { BudgetBar, useBudgetWords } from './parts/budget-bar.tsx';
import { budgetRows } from './parts/budget-queries.ts';

export { BudgetsPage as Component };

const states = ['with-budget', 'warned'] as const;

/** Budget numbers with what is used, ready and left of each. */
function BudgetsPage() {
  const { t } = useTranslation('budgets');
  const me = useMe();
  const address = useAddress();
  const state = oneOf(states, address.read('state'));
  const query = useInfiniteQuery(
    budgetRows({
      q: address.read('q') || undefined,
      organisationId: idIn(address.read('organisation')),
      state,
    }),
  );
  return (
    <Page title={t('title')} lead={t('lead')}>
      <OfficeList
        label={t('title')}
        address={address}
        query={query}
        columns={useColumns()}
        searchHint={t('searchHint')}
        known={{ organisation: isId, state: states }}
        empty={{ icon: IconHash, title: t('emptyTitle'), text: t(isOffice(me) ? 'emptyOffice' : 'emptyText') }}
      >
        <OrganisationFilter address={address} />
        <ChoiceFilter
          address={address}
          name="state"
          label={t('state')}
          all={t('states.all')}
          words={states}
          labelOf={(word) => t(`states.${word}`)}
        />
      </OfficeList>
    </Page>
  );
}

function useColumns(): Column<Budget>[] {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const words = useBudgetWords();
  const amount = (stage: 'used' | 'ready' | 'waiting'): Column<Budget> => ({
    id: stage,
    header: t(`stage.${stage}`),
    cell: (budget) =>
      words.sizeOf(
        budget.budgetMinutes === null ? 'cents' : 'minutes',
        budget[stage][budget.budgetMinutes === null ? 'cents' : 'minutes'],
      ),
    isFigure: true,
    rank: stage === 'used' ? 1 : 2,
  });
  return [
    {
      id: 'number',
      header: t('column.number'),
      cell: ({ id, number, description }) => (
        <>
          <Link to={paths.budget(id)} className={recordLink}>
            {number}
          </Link>
          {description && <span className={recordQuiet}>{description}</span>}
        </>
      ),
    },
    { id: 'organisation', header: t('column.organisation'), cell: ({ organisationName }) => organisationName, rank: 3 },
    amount('used'),
    amount('ready'),
    amount('waiting'),
    { id: 'left', header: t('column.left'), cell: (budget) => <BudgetBar budget={budget} /> },
    {
      id: 'until',
      header: t('column.until'),
      cell: (budget) => (
        <>
          {budget.validUntil && <span className="figures">{format.day(budget.validUntil)}</span>}
          <BudgetState budget={budget} />
        </>
      ),
    },
  ];
}
