import { IconSparkles } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import type { Address } from '../../kit/address/use-address.ts';
import { SearchField } from '../../kit/list/search-field.tsx';
import { SelectField } from '../../ui/field.tsx';
import { knownFilter, periodKey } from './arrange.ts';
import { DeviationsFirst } from './deviations-first.tsx';
import classes from './filter-bar.module.css';
import type { useApprovalList } from './use-approval-list.ts';

/** The order of the column that says what stands out, most first. */
const deviationsFirst = '-stands-out';

/** Narrows down what is here already, so it answers at once. */
export function ApprovalFilter({ list, address }: { list: ReturnType<typeof useApprovalList>; address: Address }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { rows, filter, group, sort } = list;
  const { write, rewrite } = address;
  const search = useCallback((q: string) => rewrite({ q }), [rewrite]);

  const organisations = [...new Map(rows.map((row) => [row.organisationId, row.organisationName]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  const periods = [...new Map(rows.map((row) => [periodKey(row), row.period]))]
    .sort(([, a], [, b]) => (a.startsOn < b.startsOn ? 1 : -1))
    .map(([value, period]) => ({ value, label: format.period(period) }));

  return (
    <>
      <UnknownValues
        address={address}
        known={{
          ...knownFilter,
          group: ['organisation', 'period'],
          sort: list.sorts,
        }}
      />
      <search className={classes.bar}>
        <div className={classes.search}>
          <SearchField label={t('filter.search')} hint={t('filter.searchShort')} value={filter.q} onChange={search} />
        </div>
        {organisations.length > 1 && (
          <SelectField
            label={t('field.organisation')}
            value={filter.organisationId}
            onChange={(value) => write({ organisation: value })}
            options={[{ value: '', label: t('filter.allOrganisations') }, ...organisations]}
          />
        )}
        {periods.length > 1 && (
          <SelectField
            label={t('field.period')}
            value={filter.period}
            onChange={(value) => write({ period: value })}
            options={[{ value: '', label: t('filter.allPeriods') }, ...periods]}
          />
        )}
        <button
          type="button"
          className={classes.toggle}
          aria-pressed={filter.standsOut}
          onClick={() => write({ standsOut: filter.standsOut ? '' : '1' })}
        >
          <IconSparkles size={16} stroke={1.75} aria-hidden />
          {t('filter.standsOut')}
        </button>
        <DeviationsFirst
          isOn={sort === deviationsFirst}
          onChange={(isOn) => write({ sort: isOn ? deviationsFirst : '' })}
        />
        <SelectField
          className={classes.last}
          label={t('filter.group')}
          value={group}
          onChange={(value) => write({ group: value === 'none' ? '' : value })}
          options={[
            { value: 'none', label: t('filter.noGroup') },
            { value: 'organisation', label: t('filter.byOrganisation') },
            { value: 'period', label: t('filter.byPeriod') },
          ]}
        />
      </search>
    </>
  );
}
