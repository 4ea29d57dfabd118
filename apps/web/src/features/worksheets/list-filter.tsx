import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import type { Known } from '../../kit/address/use-address.ts';
import { SearchField } from '../../kit/list/search-field.tsx';
import { SelectField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { organisationsQuery } from '../organisations/parts/organisation-queries.ts';
import classes from './filter-bar.module.css';
import type { ListAddress } from './use-list-address.ts';

/** Search, organisation, year and period, employee: the API looks, in all there is. */
export function ListFilter(props: {
  address: ListAddress;
  rows: readonly WorksheetRow[];
  /** What else the address may hold on this screen. */
  known?: Known;
  /** Of one client: not asked for. */
  isOfOrganisation?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { filter, known, years, thisYear, periodsOf, read, write, rewrite } = props.address;
  const { data: organisations } = useQuery(organisationsQuery);
  const search = useCallback((q: string) => rewrite({ q }), [rewrite]);
  const periods = (['week', 'four-weeks', 'month'] as const).map((type) => ({
    group: t(`filter.periodType.${type}`),
    options: periodsOf(type).map((period) => ({
      value: `${type}-${period.number}`,
      label: format.period(period, false),
    })),
  }));
  const employee = props.rows.find(({ employeeId }) => employeeId === filter.employeeId)?.employeeName;

  return (
    <>
      <UnknownValues address={props.address} known={{ ...known, ...props.known }} />
      <search className={classes.bar}>
        <div className={classes.search}>
          <SearchField
            label={t('filter.search')}
            hint={t('filter.searchHint')}
            value={filter.q ?? ''}
            onChange={search}
          />
        </div>
        {!props.isOfOrganisation && organisations && organisations.items.length > 1 && (
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
          value={String(filter.year ?? '')}
          onChange={(value) => write({ year: value, period: '' })}
          options={[{ value: '', label: t('filter.allYears') }, ...years.map((value) => ({ value, label: value }))]}
        />
        <SelectField
          label={t('field.period')}
          value={filter.period === undefined ? '' : read('period')}
          onChange={(period) => write({ period, year: period ? String(filter.year ?? thisYear) : read('year') })}
          options={[{ value: '', label: t('filter.allPeriods') }, ...periods]}
        />
        {filter.employeeId && (
          <span className={classes.chip}>
            {t('filter.employeeOnly', { name: employee ?? t('field.employee').toLowerCase() })}
            <IconButton icon={IconX} label={t('filter.everybody')} onClick={() => write({ employee: '' })} />
          </span>
        )}
      </search>
    </>
  );
}

/** Takes every filter out of the address. */
export const noFilter = { q: '', organisation: '', employee: '', year: '', period: '', status: '' };
