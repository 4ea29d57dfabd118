import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { SupervisorRight } from '@konnekt/shared/supervisors/supervisor.schema';
import { rightNames } from '@konnekt/shared/supervisors/supervisor.words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { Column } from '../../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../../kit/list/record-list.tsx';

export type RightState = 'past' | 'now' | 'future';
export const stateOfRight = (
  { validFrom, validUntil }: SupervisorRight,
  today = calendarDayAt(new Date()),
): RightState => (validFrom > today ? 'future' : validUntil !== null && validUntil < today ? 'past' : 'now');

/** What somebody may do somewhere, from–until; the first column says who or where. */
export function RightList(props: {
  label: string;
  rights: readonly SupervisorRight[];
  first: { header: string; cell: (right: SupervisorRight) => ReactNode };
  acts?: (right: SupervisorRight) => ReactNode;
}) {
  const { t } = useTranslation('office');
  const format = useFormat();
  const columns: Column<SupervisorRight>[] = [
    { id: 'first', ...props.first },
    {
      id: 'rights',
      header: t('right.title'),
      cell: (right) => (
        <>
          {rightNames
            .filter((name) => right[name])
            .map((name) => t(`right.${name}`))
            .join(' · ')}
          {right.onBehalfOf && <span className={recordQuiet}>{t('right.onBehalfOf', { name: right.onBehalfOf })}</span>}
        </>
      ),
    },
    { id: 'validity', header: t('right.validity'), cell: validityOf },
    { id: 'state', header: t('right.state'), cell: (right) => t(`right.${stateOfRight(right)}`) },
  ];
  if (props.acts) columns.push({ id: 'acts', header: t('form.change'), cell: props.acts, isFigure: true });
  return <RecordList label={props.label} rows={props.rights} keyOf={({ id }) => id} columns={columns} />;

  function validityOf({ validFrom, validUntil }: SupervisorRight) {
    const from = format.day(validFrom);
    return validUntil ? t('validity.between', { from, until: format.day(validUntil) }) : t('validity.from', { from });
  }
}
