import { addDays, calendarDayAt, maxDay } from '@konnekt/shared/basics/calendar-day';
import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { Placement } from '@konnekt/shared/placements/placement.schema';
import { rateOnDay } from '@konnekt/shared/placements/rate-on-day';
import type { AskedRateChange } from '@konnekt/shared/rate-changes/rate-change.contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { BoundDay, BoundText } from '../../kit/form/bound-fields.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { euroText } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './rate-form.module.css';
import { billField, normalRate, payField, type RateValues, rateForm, suggestion, typedRates } from './rate-values.ts';

/** New rates from a day on. What is left empty stays as it is; what it is stands in the field, what it would be by its share beside it. */
export function RateForm(props: {
  placement: Placement;
  hourTypes: HourTypeRecord[];
  refresh: () => Promise<unknown>;
}) {
  const { t } = useTranslation(['placements', 'office']);
  const format = useFormat();
  const { placement, hourTypes, refresh } = props;
  const takeIn = useTakeInRecord();
  const navigate = useNavigate();
  const nameOf = useFieldName('placements');
  const [past, setPast] = useState<AskedRateChange>();
  const begins = firstDay(placement);
  const stored = useMemo(() => rateForm(begins, hourTypes), [begins, hourTypes]);
  const form = useRecordForm<RateValues, Placement>({
    stored,
    save: async (values) => {
      const rates = typedRates(values, hourTypes);
      setPast(undefined);
      return call('POST /api/placements/:id/rates', {
        params: { id: placement.id },
        body: { version: placement.version, validFrom: values.validFrom, rates },
      }).catch((error: unknown) => {
        if (isProblem(error, 'rate-changes-the-past'))
          setPast({ validFrom: values.validFrom, asked: { kind: 'rates', placementId: placement.id, rates } });
        throw error;
      });
    },
    formOf: (saved) => rateForm(firstDay(saved), hourTypes),
    onSaved: (saved) => takeIn('placement', saved.id, saved),
    refresh,
  });
  // What was typed goes along.
  const showDifferences = (rateChange: AskedRateChange) => {
    form.discard();
    void navigate(paths.newRateChange, { state: { rateChange } });
  };
  const normal = hourTypes.find(({ kind }) => kind === 'normal');
  const rate = normalRate(form.values, placement.rates, normal);
  const fillIn = () => {
    const typed = hourTypes.flatMap((type) => {
      const found = suggestion(type, normal, rate, format.language);
      return found ? [[payField(type.id), found.pay] as const, [billField(type.id), found.bill] as const] : [];
    });
    form.change(Object.fromEntries(typed.filter(([field]) => !form.values[field])));
  };
  return (
    <RecordForm form={form} nameOf={nameOf} submit={t('rates.save')} saved={t('rates.saved')}>
      <Panel
        title={t('rates.newTitle')}
        aside={
          rate && (
            <Button variant="default" size="xs" onClick={fillIn}>
              {t('rates.fillIn')}
            </Button>
          )
        }
      >
        <p className={layout.quiet}>
          {t('rates.newText')}
          {placement.finalisedUntil && ` ${t('rates.finalised', { day: format.day(placement.finalisedUntil) })}`}
        </p>
        <div className={classes.day}>
          <BoundDay name="validFrom" label={t('rates.validFrom')} required />
        </div>
        {past && (
          <Notice
            tone="info"
            title={t('rates.final.title')}
            actions={
              <Button variant="default" size="xs" onClick={() => showDifferences(past)}>
                {t('rates.final.link')}
              </Button>
            }
          >
            {t('rates.final.text')}
          </Notice>
        )}
        <ul className={classes.rates}>
          {hourTypes.map((type) => {
            const name = format.nameOf(type);
            const now = rateOnDay(placement.rates, type.id, form.values.validFrom);
            const shown = now
              ? { pay: euroText(now.payCents, format.language), bill: euroText(now.billCents, format.language) }
              : suggestion(type, normal, rate, format.language);
            return (
              <li key={type.id}>
                <span>
                  {name}
                  {shown && <small>{t(now ? 'rates.now_hint' : 'rates.suggested', shown)}</small>}
                </span>
                <BoundText
                  name={payField(type.id)}
                  typed="amount"
                  label={t('rates.pay')}
                  aria-label={t('rates.payOf', { hourType: name })}
                  placeholder={now && shown?.pay}
                />
                <BoundText
                  name={billField(type.id)}
                  typed="amount"
                  label={t('rates.bill')}
                  aria-label={t('rates.billOf', { hourType: name })}
                  placeholder={now && shown?.bill}
                />
              </li>
            );
          })}
        </ul>
      </Panel>
    </RecordForm>
  );
}

/** The soonest day for new rates that one is likely to want: the first of a placement without any, else today, after what is final. */
function firstDay({ rates, startsOn, finalisedUntil }: Placement): string {
  const wanted = rates.length === 0 ? startsOn : calendarDayAt(new Date());
  return finalisedUntil ? maxDay(wanted, addDays(finalisedUntil, 1)) : wanted;
}
