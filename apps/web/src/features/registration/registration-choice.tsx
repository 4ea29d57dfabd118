import { minDay } from '@konnekt/shared/basics/calendar-day';
import { nextPeriod, periodContaining, periodsOfYear, previousPeriod } from '@konnekt/shared/periods/period';
import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { SelectField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './registration-choice.module.css';
import { type ChosenPeriod, periodTypes } from './use-choice.ts';

const yearsBack = 6;

/** Year and period; the kind of period and the organisation where there are several. */
export function RegistrationChoice({
  choice,
  registration,
}: {
  choice: ChosenPeriod;
  registration: Registration | undefined;
}) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { period, agency, organisationId, today, write, read } = choice;
  if (!period) return null;
  const week53 = agency?.weekFiftyThree;
  const goTo = (to: { type: string; year: number; number: number }) =>
    write({ type: to.type, year: String(to.year), period: String(to.number) });
  const before = previousPeriod(period, week53);
  const after = nextPeriod(period, week53);
  const thisYear = Number(today.slice(0, 4));
  const years = new Set([thisYear + 1, ...Array.from({ length: yearsBack + 1 }, (_, n) => thisYear - n), period.year]);
  const periods = periodsOfYear(period.type, period.year, week53);
  const organisations = registration?.organisations ?? [];
  const own = organisations.find(({ id }) => id === organisationId)?.periodTypes ?? registration?.periodTypes;
  const types = periodTypes.filter((type) => own?.includes(type));
  const isGrid = read('view') === 'grid';

  return (
    <search className={classes.bar} aria-label={t('choice.label')}>
      <SelectField
        label={t('choice.year')}
        value={String(period.year)}
        onChange={(year) => {
          const inYear = periodsOfYear(period.type, Number(year), week53);
          const same = inYear.find(({ number }) => number === period.number) ?? inYear.at(-1);
          if (same) goTo(same);
        }}
        options={[...years].sort((a, b) => b - a).map((year) => ({ value: String(year), label: String(year) }))}
      />
      <span className={classes.period}>
        <IconButton icon={IconChevronLeft} label={t('choice.previous')} onClick={() => goTo(before)} />
        <SelectField
          label={t('choice.period')}
          value={String(period.number)}
          onChange={(number) => goTo({ ...period, number: Number(number) })}
          options={periods.map((one) => ({
            value: String(one.number),
            label:
              one.type === 'month'
                ? format.period(one, false)
                : `${format.period(one, false)} · ${format.range(one.startsOn, one.endsOn)}`,
          }))}
        />
        <IconButton icon={IconChevronRight} label={t('choice.next')} onClick={() => goTo(after)} />
      </span>
      {types.length > 1 && (
        <SelectField
          label={t('choice.type')}
          value={period.type}
          onChange={(value) => {
            const type = types.find((one) => one === value);
            // The same days in the other kind: its period that holds today, or the last day of this one.
            if (type) goTo(periodContaining(type, minDay(period.endsOn, today), week53));
          }}
          options={types.map((type) => ({ value: type, label: t(`choice.types.${type}`) }))}
        />
      )}
      {organisations.length > 1 && (
        <SelectField
          label={t('choice.organisation')}
          value={organisationId ?? ''}
          onChange={(organisation) => write({ organisation })}
          options={[
            { value: '', label: t('choice.allOrganisations') },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <fieldset className={classes.view}>
        <legend className="unseen">{t('choice.view')}</legend>
        {(['list', 'grid'] as const).map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={(view === 'grid') === isGrid}
            onClick={() => write({ view: view === 'grid' ? 'grid' : '' })}
          >
            {t(`choice.${view}`)}
          </button>
        ))}
      </fieldset>
    </search>
  );
}
