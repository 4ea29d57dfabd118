import { addDays, calendarDayAt, isCalendarDay, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { useAddress } from '../../kit/address/use-address.ts';
import { DayField } from '../../kit/form/day-field.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BudgetWarnings } from '../budgets/parts/budget-warnings.tsx';
import { readyQuery } from './invoice-queries.ts';
import classes from './invoices.module.css';
import { byClient } from './ready-client.ts';
import { ReadyTable } from './ready-table.tsx';

/** What can be invoiced up to a day, per client, with what each still lacks. */
export function ReadyList() {
  const { t } = useTranslation('invoices');
  const address = useAddress();
  const { read, write } = address;
  const typed = read('until');
  const until = isCalendarDay(typed) ? typed : lastSunday();
  const query = useQuery(readyQuery(until));
  return (
    <>
      <UnknownValues address={address} known={{ until: isCalendarDay }} />
      <div className={classes.bar}>
        <div className={classes.day}>
          <UntilField key={until} until={until} onDone={(day) => write({ until: day })} />
        </div>
      </div>
      <BudgetWarnings />
      <Loaded query={query} skeleton={<Skeleton rows={6} height={32} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconCircleCheck} title={t('ready.emptyTitle')}>
              {t('ready.emptyText')}
            </Empty>
          ) : (
            <ReadyTable clients={byClient(items)} until={until} />
          )
        }
      </Loaded>
    </>
  );
}

function UntilField({ until, onDone }: { until: string; onDone: (day: string) => void }) {
  const { t } = useTranslation('invoices');
  const [typed, setTyped] = useState(until);
  return (
    <DayField
      label={t('ready.until')}
      value={typed}
      onChange={setTyped}
      onDone={(day) => isCalendarDay(day) && day !== until && onDone(day)}
    />
  );
}

/** The Sunday before today: the last week that is over. */
function lastSunday(): string {
  const today = calendarDayAt(new Date());
  return addDays(today, -weekdayOf(today));
}
