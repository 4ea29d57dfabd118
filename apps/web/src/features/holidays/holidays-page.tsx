import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { SelectField } from '../../ui/field.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { organisationsQuery } from '../organisations/parts/organisation-queries.ts';
import { HolidayEditor } from './holiday-editor.tsx';
import { holidayList } from './holiday-queries.ts';

export { HolidaysPage as Component };

/** The public holidays of a year: of the agency, and of each client that has a list of its own. */
function HolidaysPage() {
  const { t } = useTranslation('settings');
  const address = useAddress();
  const { read, write } = address;
  const { data: organisations } = useQuery(organisationsQuery);
  const thisYear = Number(calendarDayAt(new Date()).slice(0, 4));
  const years = [-1, 0, 1, 2].map((offset) => String(thisYear + offset));
  const year = Number(oneOf(years, read('year')) ?? thisYear);
  const organisationId = idIn(read('organisation'));
  const query = useQuery(holidayList({ organisationId, year }));
  return (
    <Page title={t('holidays.title')} lead={<span className={layout.quiet}>{t('holidays.text')}</span>}>
      <UnknownValues address={address} known={{ organisation: isId, year: years }} />
      <div className={layout.panels}>
        <div className={layout.row}>
          <SelectField
            label={t('holidays.of')}
            value={organisationId ?? ''}
            onChange={(organisation) => write({ organisation })}
            options={[
              { value: '', label: t('holidays.agency') },
              ...(organisations?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <SelectField
            label={t('periods.year')}
            value={String(year)}
            onChange={(chosen) => write({ year: chosen })}
            options={years.map((value) => ({ value, label: value }))}
          />
        </div>
        <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
          {(list) => <HolidayEditor key={`${list.organisationId} ${list.year}`} list={list} refresh={query.refetch} />}
        </Loaded>
      </div>
    </Page>
  );
}
