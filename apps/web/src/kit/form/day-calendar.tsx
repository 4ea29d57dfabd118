import { addDays, addMonths, eachDay, maxDay, minDay, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { firstTypedDay, lastTypedDay } from '@konnekt/shared/basics/typed-day';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './day-calendar.module.css';

/**
 * A month to choose a day from, Monday first, with the numbers of its weeks (WAI-ARIA date picker dialog): arrows go by days and
 * weeks, Page Up and Page Down by months, with Shift by years, Home and End along the week; Escape goes back to the field.
 */
export function DayCalendar(props: {
  day: string | undefined;
  today: string;
  min: string | undefined;
  max: string | undefined;
  below: RefObject<HTMLElement | null>;
  onPick: (day: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['office', 'common']);
  const format = useFormat();
  const id = useId();
  const { day, today, min = firstTypedDay, max = lastTypedDay, onPick, onClose } = props;
  const within = (one: string) => maxDay(firstTypedDay, minDay(one, lastTypedDay));
  const [at, setAt] = useState(() => within(day ?? maxDay(min, minDay(today, max))));
  const dialog = usePlaced(props.below);
  const hasKeys = useRef(true);
  // By the keys the focus goes along; by the buttons it stays on them.
  useEffect(() => {
    if (hasKeys.current) dialog.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    hasKeys.current = false;
  }, [at, dialog]);

  const pick = (one: string) => {
    if (one < min || one > max) return;
    dialog.current?.close();
    onPick(one);
  };
  const goBy = (months: number) => setAt(within(addMonths(at, months)));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayByKey(at, event);
    if (!next) return;
    event.preventDefault();
    hasKeys.current = true;
    setAt(within(next));
  };
  const weeks = weeksAround(at);
  const [firstWeek = []] = weeks;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by key
    <dialog
      ref={dialog}
      className={classes.calendar}
      aria-label={t('day.choose')}
      onClose={(event) => {
        event.stopPropagation();
        onClose();
      }}
      onCancel={(event) => event.stopPropagation()}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current.close(); // beside it
      }}
    >
      <div className={classes.head}>
        <IconButton icon={IconChevronsLeft} label={t('day.previousYear')} onClick={() => goBy(-12)} />
        <IconButton icon={IconChevronLeft} label={t('day.previousMonth')} onClick={() => goBy(-1)} />
        <strong id={id} aria-live="polite">
          {format.period({ type: 'month', year: 0, number: 0, startsOn: at })}
        </strong>
        <IconButton icon={IconChevronRight} label={t('day.nextMonth')} onClick={() => goBy(1)} />
        <IconButton icon={IconChevronsRight} label={t('day.nextYear')} onClick={() => goBy(12)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days, as the date picker dialog has it */}
      <table role="grid" aria-labelledby={id} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" abbr={t('day.week')}>
              {t('day.weekShort')}
            </th>
            {firstWeek.map((one) => (
              <th key={one} scope="col" abbr={format.weekdayLong(one)}>
                {format.weekday(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]}>
              <th scope="row">{isoWeekOf(days[0] ?? at).week}</th>
              {days.map((one) => (
                // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
                // biome-ignore lint/a11y/useFocusableInteractive: the button in it is what takes focus
                <td key={one} role="gridcell" aria-selected={one === day}>
                  <button
                    type="button"
                    data-day={one}
                    tabIndex={one === at ? 0 : -1}
                    aria-label={format.dayInFull(one)}
                    aria-current={one === today ? 'date' : undefined}
                    aria-disabled={one < min || one > max || undefined}
                    data-other={one.slice(0, 7) !== at.slice(0, 7) || undefined}
                    onClick={() => pick(one)}
                  >
                    {Number(one.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.acts}>
        {today >= min && today <= max && (
          <Button variant="subtle" size="xs" onClick={() => pick(today)}>
            {t('day.today')}
          </Button>
        )}
        <Button variant="default" size="xs" onClick={() => dialog.current?.close()}>
          {t('common:action.close')}
        </Button>
      </div>
    </dialog>
  );
}

/** Six weeks from Monday, so that the calendar keeps its height from month to month. */
function weeksAround(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const monday = addDays(first, 1 - weekdayOf(first));
  return [0, 1, 2, 3, 4, 5].map((week) => eachDay(addDays(monday, week * 7), addDays(monday, week * 7 + 6)));
}

function dayByKey(at: string, { key, shiftKey }: KeyboardEvent): string | undefined {
  const days: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: 1 - weekdayOf(at),
    End: 7 - weekdayOf(at),
  };
  const step = days[key];
  if (step !== undefined) return addDays(at, step);
  const months = shiftKey ? 12 : 1;
  if (key === 'PageUp') return addMonths(at, -months);
  return key === 'PageDown' ? addMonths(at, months) : undefined;
}

/** Over everything, below the field or above it where there is no room; on a phone along the bottom, by its style. */
function usePlaced(below: RefObject<HTMLElement | null>): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    if (element && below.current && !window.matchMedia('(max-width: 40em)').matches) place(element, below.current);
    return () => element?.close();
  }, [below]);
  return dialog;
}

function place(element: HTMLElement, field: HTMLElement): void {
  const { top, bottom, left } = field.getBoundingClientRect();
  const { offsetHeight, offsetWidth } = element;
  const fits = bottom + gap + offsetHeight <= window.innerHeight || top < offsetHeight + gap;
  element.style.top = `${Math.max(gap, Math.min(fits ? bottom + gap : top - gap - offsetHeight, window.innerHeight - offsetHeight - gap))}px`;
  element.style.left = `${Math.max(gap, Math.min(left, document.documentElement.clientWidth - offsetWidth - gap))}px`;
}

/** Between the calendar and its field or the edge of the window, in pixels. */
const gap = 6;
