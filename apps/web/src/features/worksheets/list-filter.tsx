import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet.schema';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { SearchField } from '../../kit/list/search-field.tsx';
import { SelectField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { organisationsQuery } from '../organisations/parts/organisation-queries.ts';
import classes from './filter-bar.module.css';
import type { ListAddress } from './use-list-address.ts';

const yearsBack = 7;

/** Search, organisation, year and period, employee: the API looks, in all there is. */
export function ListFilter(props: { address: ListAddress; rows: readonly WorksheetRow[]; children?: ReactNode }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { filter, periodsOf, read, write } = props.address;
  const { data: organisations } = useQuery(organisationsQuery);
  const search = useCallback((q: string) => write({ q }), [write]);
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: yearsBack }, (_, index) => String(thisYear - index));
  const periods = (['week', 'four-weeks', 'month'] as const).map((type) => ({
    group: t(`filter.periodType.${type}`),
    options: periodsOf(type).map((period) => ({
      value: `${type}-${period.number}`,
      label: format.period(period, false),
    })),
  }));
  const employee = props.rows.find(({ employeeId }) => employeeId === filter.employeeId)?.employeeName;

  return (
    <search className={classes.bar}>
      <div className={classes.search}>
        <SearchField
          label={t('filter.search')}
          hint={t('filter.searchHint')}
          value={filter.q ?? ''}
          onChange={search}
        />
      </div>
      {organisations && organisations.items.length > 1 && (
        <SelectField
          label={t('field.organisation')}
          value={filter.organisationId ?? ''}
          onChange={(value) => write({ organisation: value })}
          options={[
            { value: '', label: t('filter.allOrganisations') },
            ...organisations.items.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {props.children}
      <SelectField
        label={t('field.year')}
        value={read('year')}
        onChange={(value) => write({ year: value, period: '' })}
        options={[{ value: '', label: t('filter.allYears') }, ...years.map((value) => ({ value, label: value }))]}
      />
      {filter.year !== undefined && (
        <SelectField
          label={t('field.period')}
          value={read('period')}
          onChange={(value) => write({ period: value })}
          options={[{ value: '', label: t('filter.allPeriods') }, ...periods]}
        />
      )}
      {filter.employeeId && (
        <span className={classes.chip}>
          {t('filter.employeeOnly', { name: employee ?? t('field.employee').toLowerCase() })}
          <IconButton icon={IconX} label={t('filter.everybody')} onClick={() => write({ employee: '' })} />
        </span>
      )}
    </search>
  );
}

/** Takes every filter out of the address. */
export const noFilter = { q: '', organisation: '', employee: '', year: '', period: '', status: '' };
