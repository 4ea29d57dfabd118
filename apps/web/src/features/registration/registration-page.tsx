import type { RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { IconCalendarOff, IconUserQuestion } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BudgetLists } from './client-rules.tsx';
import { LeaveWarning } from './leave-warning.tsx';
import { PeriodNotice } from './period-notice.tsx';
import { RegistrationChoice } from './registration-choice.tsx';
import classes from './registration-list.module.css';
import { RegistrationList } from './registration-list.tsx';
import { useChoice } from './use-choice.ts';

export { RegistrationPage as Component };

const RegistrationGrid = lazy(async () => ({ default: (await import('./registration-grid.tsx')).RegistrationGrid }));

/** Register hours: choose a period, and click on the name of whose hours to fill in; or everybody's at once. */
function RegistrationPage() {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const choice = useChoice();
  const { period, organisationId, query, read, write } = choice;
  const isGrid = read('view') === 'grid';
  const skeleton = <Skeleton rows={8} height={44} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <LeaveWarning />
      <UnknownValues address={choice} known={choice.known} />
      {query.data?.organisations.length !== 0 && <RegistrationChoice choice={choice} registration={query.data} />}
      <Loaded query={query} skeleton={skeleton}>
        {(registration) => {
          const others = registration.periodTypes.filter((type) => type !== registration.period.type);
          if (registration.organisations.length === 0) {
            return (
              <Empty icon={IconUserQuestion} title={t('people.nowhereTitle')}>
                {t('people.nowhereText')}
              </Empty>
            );
          }
          if (registration.rows.length === 0) {
            return (
              <Empty
                icon={IconCalendarOff}
                title={t('people.emptyTitle')}
                actions={others.map((type) => (
                  <Button
                    key={type}
                    variant="default"
                    onClick={() => write({ type, year: undefined, period: undefined })}
                  >
                    {t(`choice.types.${type}`)}
                  </Button>
                ))}
              >
                {t('people.emptyText', { period: format.periodInText(registration.period) })}
              </Empty>
            );
          }
          // Another period is another sheet: nothing that was typed or undone goes along.
          const key = `${period?.type} ${period?.year} ${period?.number} ${organisationId}`;
          return (
            <>
              <PeriodNotice registration={registration} />
              {isGrid ? (
                <>
                  <NotOpen rows={registration.rows} />
                  <BudgetLists clients={registration.organisations} />
                  <Suspense fallback={skeleton}>
                    <RegistrationGrid key={key} registration={registration} organisationId={organisationId} />
                  </Suspense>
                </>
              ) : (
                <RegistrationList registration={registration} organisationId={organisationId} />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Who is not in the grid, and why; the list shows them in their place. */
function NotOpen({ rows }: { rows: RegistrationRow[] }) {
  const { t } = useTranslation('registration');
  const closed = rows.filter((row) => row.closed !== null);
  if (closed.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>{t('grid.notOpen', { count: closed.length })}</summary>
      <ul className={classes.quiet}>
        {closed.map(({ placement, closed: why }) => (
          <li key={placement.id}>
            {placement.employeeName}: {why && t(`closed.${why}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
