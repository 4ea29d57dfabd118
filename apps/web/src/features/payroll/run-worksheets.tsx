import type { PayrollRunDetail, PayrollWorksheet } from '@konnekt/shared/payroll/payroll.schema';
import { IconTable } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { idIn, isId, useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import classes from './payroll.module.css';
import { runWorksheets } from './payroll-queries.ts';
import { useHolding } from './use-holding.ts';

/** The worksheets that a run takes or took; of an open one each can be held back, with a reason, and let go again. */
export function RunWorksheets({ run, isHeld = false }: { run: PayrollRunDetail; isHeld?: boolean }) {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const address = useAddress();
  const employeeId = idIn(address.read('employee'));
  const query = useInfiniteQuery(runWorksheets(run.id, { q: address.read('q'), employeeId, isHeld }));
  const [holding, setHolding] = useState<PayrollWorksheet>();
  const { letGo } = useHolding();
  const named = (row: PayrollWorksheet) => ({ name: row.employeeName, period: format.period(row.period) });
  const columns: Column<PayrollWorksheet>[] = [
    {
      id: 'employee',
      header: t('worksheets.employee'),
      cell: (row) => (
        <>
          <Link to={paths.worksheet(row.id)} className={recordLink}>
            {row.employeeName}
          </Link>
          <span className={recordQuiet}>
            {row.kind === 'regular' ? '' : `${t(`worksheets.kind.${row.kind}`)} · `}
            {row.reference}
          </span>
        </>
      ),
    },
    {
      id: 'organisation',
      header: t('worksheets.organisation'),
      cell: ({ organisationName }) => organisationName,
      rank: 2,
    },
    { id: 'period', header: t('worksheets.period'), cell: ({ period }) => format.period(period), rank: 1 },
    {
      id: 'hours',
      header: t('worksheets.hours'),
      cell: ({ totalMinutes }) => format.hours(totalMinutes),
      isFigure: true,
    },
  ];
  if (isHeld)
    columns.push({
      id: 'reason',
      header: t('worksheets.reason'),
      cell: ({ heldReason, heldByName, heldAt }) => (
        <>
          {heldReason}
          {heldAt && (
            <span className={recordQuiet}>
              {t('worksheets.heldBy', { name: heldByName ?? '', moment: format.moment(heldAt) })}
            </span>
          )}
        </>
      ),
    });
  if (run.status === 'open')
    columns.push({
      id: 'act',
      header: t('worksheets.act'),
      cell: (row) => (
        <Button
          variant="default"
          size="xs"
          aria-label={t(isHeld ? 'worksheets.letGoOne' : 'worksheets.holdOne', named(row))}
          loading={letGo.isPending && letGo.variables === row.id}
          onClick={() => (isHeld ? letGo.mutate(row.id) : setHolding(row))}
        >
          {t(isHeld ? 'worksheets.letGo' : 'worksheets.hold')}
        </Button>
      ),
      isFigure: true,
    });
  return (
    <>
      {employeeId && (
        <p className={classes.only}>
          {t('worksheets.ofEmployee')}
          <Button variant="default" size="xs" onClick={() => address.write({ employee: '' })}>
            {t('worksheets.all')}
          </Button>
        </p>
      )}
      <OfficeList
        label={t(isHeld ? 'tab.held' : 'tab.worksheets')}
        address={address}
        query={query}
        columns={columns}
        searchHint={t('worksheets.search')}
        known={{ employee: isId }}
        empty={{
          icon: IconTable,
          title: t(isHeld ? 'worksheets.emptyHeldTitle' : 'worksheets.emptyTitle'),
          text: t(isHeld ? 'worksheets.emptyHeldText' : 'worksheets.emptyText'),
        }}
      />
      {holding && <HoldDialog id={holding.id} {...named(holding)} onClose={() => setHolding(undefined)} />}
    </>
  );
}
