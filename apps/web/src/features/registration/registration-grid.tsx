import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../kit/address/use-address.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { GridActs } from './grid-acts.tsx';
import { budgetColumn, useGridColumns } from './grid-columns.ts';
import { type GridHandle, GridTable } from './grid-table.tsx';
import { GridTools } from './grid-tools.tsx';
import classes from './registration-grid.module.css';
import { hourTypeOfKey } from './typed-hours.ts';
import { useAgreed } from './use-agreed.ts';
import { type RowAnswer, useGrid } from './use-grid.ts';

/** Everybody of the period at once: as a grid like a spreadsheet, on a phone one employee after the other. */
export function RegistrationGrid(props: { registration: Registration; organisationId: string | undefined }) {
  const { t } = useTranslation('registration');
  const { registration } = props;
  const { read, write } = useAddress();
  const isPhone = useMediaQuery('(max-width: 48em)');
  const grid = useGrid(registration);
  useAgreed(registration, grid);
  const { rows } = grid;
  const handle = useRef<GridHandle>(undefined);
  const [answers, setAnswers] = useState<Record<string, RowAnswer>>({});
  const [shown, setShown] = useState<readonly string[]>([]);

  const used = new Set<string>();
  for (const { typed, minutes } of rows) {
    for (const key in typed.cells) used.add(key);
    for (const key of minutes.keys()) used.add(key);
  }
  const inUse = [...used].sort().join(' ');
  const keys = useMemo(() => new Set(inUse.split(' ').filter(Boolean)), [inUse]);
  const hasBudgetNumber = rows.some(({ row, typed }) => row.needsBudgetNumber || typed.budgetNumber !== '');
  const { columns, types, ofDays } = useGridColumns(registration, { days: read('days'), shown, keys, hasBudgetNumber });
  const cells = { rows, columns, isPerDay: ofDays !== undefined };

  function answerOf(placementId: string): RowAnswer | undefined {
    const answer = answers[placementId];
    return answer && answer.of === rows.find(({ row }) => row.placement.id === placementId)?.typed ? answer : undefined;
  }

  function focusFirst(placementId: string, key: string) {
    const row = rows.findIndex((one) => one.row.placement.id === placementId);
    const at = columns.findIndex((column) => column.key === key);
    const near = columns.findIndex(
      (column) => key !== budgetColumn && hourTypeOfKey(column.key) === hourTypeOfKey(key),
    );
    handle.current?.focus(row, Math.max(at, near, 0));
  }

  return (
    <>
      <GridTools
        registration={registration}
        grid={grid}
        types={types}
        days={ofDays?.code}
        onDays={(days) => write({ days })}
        hasAllTypes={cells.isPerDay || columns.length - Number(hasBudgetNumber) >= types.length}
        showTypes={(ids) => setShown([...shown, ...ids])}
      />
      <GridTable
        {...props}
        grid={grid}
        cells={cells}
        ofDays={ofDays?.name}
        isPhone={isPhone}
        answerOf={answerOf}
        handle={handle}
      />
      <details className={classes.keys} hidden={isPhone}>
        <summary>{t('grid.keysTitle')}</summary>
        <p id="grid-keys">{t('grid.keys')}</p>
      </details>
      <GridActs registration={registration} grid={grid} answer={setAnswers} focusFirst={focusFirst} />
    </>
  );
}
