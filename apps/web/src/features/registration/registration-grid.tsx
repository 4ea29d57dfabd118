import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { IconArrowBackUp, IconCopy } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, menuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.tsx';
import { GridActs } from './grid-acts.tsx';
import { fieldAt, moveByKey, type Place, placeOf } from './grid-keys.ts';
import { isBlock, readBlock } from './grid-paste.ts';
import { GridRowFields } from './grid-row.tsx';
import classes from './registration-grid.module.css';
import { hourTypeOfKey } from './typed-hours.ts';
import { type CellChange, type RowAnswer, useGrid } from './use-grid.ts';

/** Everybody of the period at once: rows are employees, columns hour types; keys, pasting and undo as in a spreadsheet. */
export function RegistrationGrid(props: { registration: Registration; organisationId: string | undefined }) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { registration, organisationId } = props;
  const grid = useGrid(registration);
  const { rows, put } = grid;
  const table = useRef<HTMLTableElement>(null);
  const [answers, setAnswers] = useState<Record<string, RowAnswer>>({});
  const [shown, setShown] = useState<readonly string[]>([]);
  const closed = registration.rows.filter((row) => row.closed !== null);

  const stored = useMemo(
    () => new Set(registration.rows.flatMap(({ worksheet }) => worksheet?.lines.map((line) => line.hourTypeId) ?? [])),
    [registration.rows],
  );
  const typedTypes = [...new Set(rows.flatMap(({ typed }) => Object.keys(typed.cells).map(hourTypeOfKey)))].sort();
  const inUse = typedTypes.join(' ');
  const columns = useMemo(
    () =>
      registration.hourTypes
        .filter(
          ({ id, kind }) =>
            kind === 'normal' || kind === 'overtime' || stored.has(id) || shown.includes(id) || inUse.includes(id),
        )
        .map((type) => ({ id: type.id, name: format.language === 'nl' ? type.nameNl : type.nameEn })),
    [registration.hourTypes, stored, shown, inUse, format.language],
  );
  const hasBudgetNumber = rows.some(({ row, typed }) => row.needsBudgetNumber || typed.budgetNumber !== '');
  const fields = [...columns.map(({ id }) => id), ...(hasBudgetNumber ? ['budgetNumber'] : [])];
  const size = { rows: rows.length, columns: fields.length };

  const sums = new Map<string, number>();
  let total = 0;
  for (const { read } of rows) {
    total += read.totalMinutes;
    for (const line of read.lines) sums.set(line.hourTypeId, (sums.get(line.hourTypeId) ?? 0) + line.minutes);
  }

  /** A text for a place in the grid; nothing where no hours can be typed. */
  function changeAt({ row, column }: Place, text: string): CellChange | undefined {
    const one = rows[row];
    const field = fields[column];
    return one?.isOpen && field ? { placementId: one.row.placement.id, column: field, text } : undefined;
  }

  function textAt({ row, column }: Place): string {
    const one = rows[row];
    const field = fields[column] ?? '';
    if (!one) return '';
    return field === 'budgetNumber' ? one.typed.budgetNumber : (one.typed.cells[`${field}@`] ?? '');
  }

  function onPaste(event: ClipboardEvent<HTMLTableElement>) {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!place || !isBlock(text)) return;
    event.preventDefault();
    const block = readBlock(text);
    const changes: CellChange[] = [];
    let left = 0;
    block.forEach((cells, down) => {
      cells.forEach((cell, along) => {
        const change = changeAt({ row: place.row + down, column: place.column + along }, cell);
        if (change) changes.push(change);
        else if (cell !== '') left += 1;
      });
    });
    put(changes);
    const said = t('grid.pasted', { count: changes.length });
    toast({
      tone: left > 0 ? 'bad' : 'good',
      message: left > 0 ? `${said} ${t('grid.pastedLess', { count: left })}` : said,
    });
  }

  function fillDown(place: Place, toTheEnd: boolean) {
    if (!toTheEnd) {
      for (let row = place.row - 1; row >= 0; row -= 1) {
        if (!rows[row]?.isOpen) continue;
        const change = changeAt(place, textAt({ ...place, row }));
        return put(change ? [change] : []);
      }
      return;
    }
    const text = textAt(place);
    const changes = rows.flatMap((_, row) => {
      const below = { ...place, row };
      const change = row > place.row && textAt(below).trim() === '' ? changeAt(below, text) : undefined;
      return change ? [change] : [];
    });
    put(changes);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const field = event.target;
    const place = placeOf(field);
    if (!place || !(field instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === 'z') grid.undo();
      else if (key === 'd') fillDown(place, event.shiftKey);
      else return;
      event.preventDefault();
      announce(key === 'z' ? t('grid.undo') : field.value);
    } else if (key === 'f2') {
      field.dataset.editing = '';
      field.setSelectionRange(field.value.length, field.value.length);
      event.preventDefault();
    } else if (key === 'escape') {
      const change = changeAt(place, field.dataset.before ?? '');
      if (change && field.value !== field.dataset.before) put([change], true);
      delete field.dataset.editing;
      requestAnimationFrame(() => field.select());
    } else moveByKey(event, size);
  }

  function focusFirst(placementId: string, key: string) {
    const row = rows.findIndex((one) => one.row.placement.id === placementId);
    const column = fields.indexOf(key === 'budgetNumber' ? key : hourTypeOfKey(key));
    if (table.current) fieldAt(table.current, { row, column: Math.max(column, 0) })?.focus();
  }

  const previousTypes = [
    ...new Set(registration.rows.flatMap((row) => row.previousLines.map(({ hourTypeId }) => hourTypeId))),
  ];

  return (
    <>
      <div className={classes.tools}>
        <Menu
          buttonClass={classes.tool}
          button={
            <>
              <IconCopy size={16} stroke={1.75} aria-hidden /> {t('grid.copy')}
            </>
          }
        >
          <button type="button" className={menuItem} onClick={() => setShown([...shown, ...previousTypes])}>
            <span className={classes.choice}>
              {t('grid.copyRows')} <small>{t('grid.copyRowsText')}</small>
            </span>
          </button>
          <button
            type="button"
            className={menuItem}
            onClick={() => {
              const count = grid.copyPrevious();
              toast({ tone: 'good', message: count > 0 ? t('grid.copied', { count }) : t('grid.copiedNone') });
            }}
          >
            <span className={classes.choice}>
              {t('grid.copyHours')} <small>{t('grid.copyHoursText')}</small>
            </span>
          </button>
        </Menu>
        {columns.length < registration.hourTypes.length && (
          <Button variant="default" size="xs" onClick={() => setShown(registration.hourTypes.map(({ id }) => id))}>
            {t('grid.allTypes')}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
          disabled={!grid.canUndo}
          onClick={grid.undo}
        >
          {t('grid.undo')}
        </Button>
        <a href="#grid-acts" className={classes.skip}>
          {t('grid.skip')}
        </a>
      </div>
      <div className={classes.scroll}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of fields that keys move in is a grid
          role="grid"
          className={classes.grid}
          aria-label={t('grid.label')}
          aria-describedby="grid-keys"
          aria-rowcount={rows.length + 2}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => {
            if (!(target instanceof HTMLInputElement)) return;
            target.dataset.before = target.value;
            target.select();
          }}
          onBlur={({ target }) => delete target.dataset.editing}
          onDoubleClick={({ target }) => {
            if (target instanceof HTMLInputElement) target.dataset.editing = '';
          }}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('people.name')}</th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              {hasBudgetNumber && <th scope="col">{t('entry.budgetNumber')}</th>}
              <th scope="col">{t('entry.total')}</th>
              <th scope="col" className={classes.state}>
                {t('people.state')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, typed, read, isOpen, isTyped, standing }, at) => {
              const answer = answers[row.placement.id];
              const holds = answer?.of === typed ? answer : undefined;
              return (
                <GridRowFields
                  key={row.placement.id}
                  at={at}
                  row={row}
                  period={registration.period}
                  organisationId={organisationId}
                  columns={columns}
                  hasBudgetNumber={hasBudgetNumber}
                  typed={typed}
                  totalMinutes={read.totalMinutes}
                  problems={holds?.problems ?? read.problems}
                  isOpen={isOpen}
                  isTyped={isTyped}
                  standing={standing}
                  note={standing === 'changed' ? undefined : holds?.note}
                  put={put}
                  rebase={grid.rebase}
                  discard={grid.discard}
                />
              );
            })}
          </tbody>
          <tfoot>
            <tr aria-rowindex={rows.length + 2}>
              <th scope="row">{t('entry.total')}</th>
              {columns.map(({ id }) => (
                <td key={id} className={classes.sum}>
                  {format.hours(sums.get(id) ?? 0)}
                </td>
              ))}
              {hasBudgetNumber && <td />}
              <td className={classes.total}>{format.hours(total)}</td>
              <td className={classes.state} />
            </tr>
          </tfoot>
        </table>
      </div>
      <p id="grid-keys" className={classes.keys}>
        {t('grid.keys')}
      </p>
      {closed.length > 0 && (
        <ul className={classes.closed}>
          {closed.map((row) => (
            <li key={row.placement.id}>
              {row.placement.employeeName}: {row.closed && t(`closed.${row.closed}`)}
            </li>
          ))}
        </ul>
      )}
      <GridActs registration={registration} grid={grid} answer={setAnswers} focusFirst={focusFirst} />
    </>
  );
}
