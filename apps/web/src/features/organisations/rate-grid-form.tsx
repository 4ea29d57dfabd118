import { calendarDayAt, isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { RatedPlacement } from '@konnekt/shared/placements/rate-grid.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { DayField } from '../../kit/form/day-field.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { FormProblems, useRecordForm } from '../../kit/form/use-record-form.ts';
import { useSentences } from '../../kit/form/use-sentences.ts';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import layout from '../../ui/form-layout.module.css';
import { moveInFields } from '../hours/parts/keys.ts';
import { usePastingAt } from '../hours/parts/use-paste.tsx';
import classes from './rate-grid.module.css';
import { amounts, type GridValues, gridField, pastedRates, typedFieldOf, typedGrid } from './rate-grid-values.ts';
import { RateRow } from './rate-row.tsx';

/** The rates as a table of fields, with the day that they hold from, saved at once. */
export function RateGridForm(props: {
  organisationId: string;
  placements: RatedPlacement[];
  hourTypes: HourTypeRecord[];
  refresh: () => Promise<unknown>;
}) {
  const { t } = useTranslation(['organisations', 'office']);
  const { placements, hourTypes, refresh } = props;
  const format = useFormat();
  const wrongText = useWrongText();
  const queryClient = useQueryClient();
  const [day, setDay] = useState(() => calendarDayAt(new Date()));
  const stored = useMemo<GridValues>(() => ({ validFrom: day }), [day]);
  const form = useRecordForm<GridValues, string>({ stored, save, formOf: (validFrom) => ({ validFrom }), refresh });
  const { validFrom } = form.values;
  const { idOf } = useSentences(form);
  const wrongDay = form.problemOf('validFrom');

  /** What was refused stays as typed, with why, at the field that it was typed in; what was done is stored. */
  async function save(values: GridValues): Promise<string> {
    const typed = typedGrid(values, placements, hourTypes, format.language);
    if (!isCalendarDay(values.validFrom)) typed.problems.push({ pointer: '/validFrom', code: 'required' });
    if (typed.problems.length > 0) throw new FormProblems(typed.problems);
    if (typed.placements.length === 0) return values.validFrom;
    const { done, refused } = await call('PUT /api/organisations/:id/rates', {
      params: { id: props.organisationId },
      body: { validFrom: values.validFrom, placements: typed.placements },
    });
    await queryClient.invalidateQueries({ queryKey: recordKeys.all });
    if (refused.length === 0) return values.validFrom;
    const gone = done.flatMap(({ placementId, hourTypeId }) => [
      gridField('pay', placementId, hourTypeId),
      gridField('bill', placementId, hourTypeId),
    ]);
    form.change(Object.fromEntries(gone.map((field) => [field, undefined])));
    throw new FormProblems(
      refused.map(({ placementId, hourTypeId, code, day: until }) => ({
        pointer: `/${typedFieldOf(values, placementId, hourTypeId)}`,
        code,
        ...(until && { values: { day: until } }),
      })),
    );
  }

  const { onPaste, dialog } = usePastingAt<Partial<GridValues>>(
    hourTypes.length * amounts.length,
    (block, place) => pastedRates(block, place, { placements, hourTypes, validFrom, language: format.language }),
    ({ changes }) => form.change(Object.assign({}, ...changes)),
  );

  return (
    <RecordForm
      form={form}
      nameOf={() => t('tab.rates')}
      submit={t('rates.save')}
      saved={t('rates.saved')}
      isNarrow={(pointer) => pointer !== '/validFrom'}
    >
      <p className={layout.quiet}>
        {t('rates.text')}{' '}
        <Link to={`${paths.newRateChange}?organisation=${props.organisationId}`}>{t('rates.riseAll')}</Link>
      </p>
      <div className={classes.day}>
        <DayField
          name="validFrom"
          label={t('rates.validFrom')}
          required
          value={validFrom}
          error={wrongDay && wrongText(wrongDay)}
          onChange={(next) => {
            form.change({ validFrom: next });
            if (isCalendarDay(next)) setDay(next);
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys move between the fields in it */}
      <div className={classes.scroll} onKeyDown={moveInFields} onPaste={onPaste}>
        <table className={classes.grid} aria-label={t('tab.rates')}>
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {t('rates.employee')}
              </th>
              {hourTypes.map((type) => (
                <th key={type.id} colSpan={2} scope="colgroup">
                  <span className={classes.group}>{format.nameOf(type)}</span>
                </th>
              ))}
            </tr>
            <tr>
              {hourTypes.flatMap(({ id }) => [
                <th key={`${id} pay`} scope="col">
                  {t('rates.pay')}
                </th>,
                <th key={`${id} bill`} scope="col">
                  {t('rates.bill')}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {placements.map((placement, index) => (
              <RateRow
                key={placement.id}
                index={index}
                placement={placement}
                hourTypes={hourTypes}
                form={form}
                idOfWrong={idOf}
              />
            ))}
          </tbody>
        </table>
      </div>
      {dialog}
    </RecordForm>
  );
}
