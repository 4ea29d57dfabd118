import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longestTyped } from '@konnekt/shared/basics/text-rules';
import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { RatedPlacement } from '@konnekt/shared/placements/rate-grid.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { RecordFormState } from '../../kit/form/use-record-form.ts';
import { amounts, type GridValues, gridField, gridText, suggestedText, typedRate } from './rate-grid-values.ts';

/** Wage and rate of one placement by hour type. What would follow from the normal rate stands behind an empty field, in other letters. */
export function RateRow(props: {
  index: number;
  placement: RatedPlacement;
  hourTypes: readonly HourTypeRecord[];
  form: RecordFormState<GridValues>;
  /** Where it stands what is wrong: a field has no room for it. */
  idOfWrong: (problem: FieldProblem) => string;
}) {
  const { t } = useTranslation('organisations');
  const format = useFormat();
  const { index, placement, hourTypes, form, idOfWrong } = props;
  const { language } = format;
  const normal = hourTypes.find(({ kind }) => kind === 'normal');
  return (
    <tr>
      <th scope="row">
        <Link to={`${paths.placement(placement.id)}?tab=rates`}>{placement.employeeName}</Link>
        <span>{placement.functionName}</span>
      </th>
      {hourTypes.flatMap((type, at) =>
        amounts.map((amount, side) => {
          const name = gridField(amount, placement.id, type.id);
          const problem = form.problemOf(name);
          const suggested = suggestedText(form.values, placement, type, normal, amount, language);
          const words = { hourType: format.nameOf(type), name: placement.employeeName };
          return (
            <td key={name}>
              <input
                name={name}
                data-at={`${index}:${at * 2 + side}`}
                aria-label={t(amount === 'pay' ? 'rates.payOf' : 'rates.billOf', words)}
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem && idOfWrong(problem)}
                autoComplete="off"
                inputMode="decimal"
                maxLength={longestTyped.amount}
                placeholder={suggested && t('rates.suggested', { amount: suggested })}
                value={gridText(form.values, placement, type.id, amount, language)}
                onChange={({ currentTarget: { value } }) =>
                  form.change(
                    typedRate(placement, type.id, amount, value, { validFrom: form.values.validFrom, language }),
                  )
                }
              />
            </td>
          );
        }),
      )}
    </tr>
  );
}
