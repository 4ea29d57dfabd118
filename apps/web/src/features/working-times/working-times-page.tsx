import { addDays, calendarDayAt, daysBetween, isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import { longestRegisterDays } from '@konnekt/shared/working-times/working-time.words';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { idIn, isId, useAddress } from '../../kit/address/use-address.ts';
import { DayField } from '../../kit/form/day-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { Register } from './register.tsx';
import classes from './working-times.module.css';

export { WorkingTimesPage as Component };

/** Of the last 52 weeks, where nothing else is asked. */
const USUAL_DAYS = 52 * 7;

/** The register of working and rest times: what it holds, what it lacks, and its files. */
function WorkingTimesPage() {
  const { t } = useTranslation('workingTimes');
  const address = useAddress();
  const isOwn = useMe().role === 'employee';
  const [today] = useState(() => calendarDayAt(new Date()));
  const dayIn = (name: string) => (isCalendarDay(address.read(name)) ? address.read(name) : undefined);
  const until = dayIn('until') ?? today;
  const from = dayIn('from') ?? addDays(until, 1 - USUAL_DAYS);
  const organisationId = idIn(address.read('organisation'));
  const asked = { from, until, ...(organisationId && { organisationId }) };
  return (
    <Page title={t('title')} lead={t('lead')} above={<BackLink to={paths.jobs}>{t('back')}</BackLink>}>
      <UnknownValues address={address} known={{ from: isCalendarDay, until: isCalendarDay, organisation: isId }} />
      <div className={classes.bar}>
        <Days key={`${from} ${until}`} from={from} until={until} onShow={(days) => address.write(days)} />
        {!isOwn && <OrganisationFilter address={address} />}
      </div>
      {wrongWith(from, until) === undefined && <Register asked={asked} />}
    </Page>
  );
}

/** What is wrong with two days, before the API is asked: the same as it would say. */
function wrongWith(from: string, until: string): 'day' | 'before-start' | 'too-long' | undefined {
  if (!isCalendarDay(from) || !isCalendarDay(until)) return 'day';
  if (until < from) return 'before-start';
  return daysBetween(from, until) < longestRegisterDays ? undefined : 'too-long';
}

function Days(props: { from: string; until: string; onShow: (days: { from: string; until: string }) => void }) {
  const { t } = useTranslation('workingTimes');
  const [from, setFrom] = useState(props.from);
  const [until, setUntil] = useState(props.until);
  const wrong = wrongWith(from, until);
  const isSame = from === props.from && until === props.until;
  return (
    <form
      className={classes.days}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) props.onShow({ from, until });
      }}
    >
      <DayField label={t('from')} value={from} onChange={setFrom} />
      <DayField label={t('until')} value={until} onChange={setUntil} error={wrong && t(`error.${wrong}`)} />
      <Button type="submit" variant={isSame ? 'default' : 'filled'}>
        {t('show')}
      </Button>
    </form>
  );
}
