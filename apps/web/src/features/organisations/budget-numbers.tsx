import type { BudgetNumber } from '@konnekt/shared/organisations/budget-number.schema';
import type { Organisation } from '@konnekt/shared/organisations/organisation.schema';
import { IconHash, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { BudgetNumberDialog } from './budget-number-dialog.tsx';

/** A client's own references: each with a description and the days on which it is good. */
export function BudgetNumbers({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(['organisations', 'office']);
  const format = useFormat();
  const [open, setOpen] = useState<BudgetNumber | 'new'>();
  const columns: Column<BudgetNumber>[] = [
    { id: 'number', header: t('budget.number'), cell: ({ number }) => <strong>{number}</strong> },
    { id: 'description', header: t('budget.description'), cell: ({ description }) => description ?? '' },
    {
      id: 'references',
      header: t('budget.references'),
      cell: ({ orderNumber, orderLine, costCentre }) =>
        [
          orderNumber && [t('budget.orderNumber'), [orderNumber, orderLine].filter(Boolean).join(' / ')].join(' '),
          costCentre && `${t('budget.costCentre')} ${costCentre}`,
        ]
          .filter(Boolean)
          .join(', '),
      rank: 1,
    },
    { id: 'validity', header: t('budget.validity'), cell: validityOf },
    {
      id: 'act',
      header: t('office:form.change'),
      cell: (one) => (
        <Button
          variant="default"
          size="xs"
          aria-label={t('budget.changeOne', { number: one.number })}
          onClick={() => setOpen(one)}
        >
          {t('office:form.change')}
        </Button>
      ),
      isFigure: true,
    },
  ];
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={() => setOpen('new')}>
      {t('budget.add')}
    </Button>
  );
  return (
    <>
      {organisation.budgetNumbers.length === 0 ? (
        <Empty icon={IconHash} title={t('budget.emptyTitle')} actions={add}>
          {t('budget.emptyText')}
        </Empty>
      ) : (
        <>
          <div className={layout.intro}>
            <span className={layout.quiet}>{t('budget.text')}</span>
            {add}
          </div>
          <RecordList
            label={t('tab.budget-numbers')}
            rows={organisation.budgetNumbers}
            keyOf={({ id }) => id}
            columns={columns}
          />
        </>
      )}
      {open && (
        <BudgetNumberDialog
          organisationId={organisation.id}
          stored={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );

  function validityOf({ validFrom, validUntil }: BudgetNumber) {
    if (validFrom && validUntil)
      return t('office:validity.between', { from: format.day(validFrom), until: format.day(validUntil) });
    if (validFrom) return t('office:validity.from', { from: format.day(validFrom) });
    return validUntil ? t('office:validity.until', { until: format.day(validUntil) }) : t('office:validity.always');
  }
}
