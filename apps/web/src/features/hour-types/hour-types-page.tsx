import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { percentText } from '../../kit/form/typed-values.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HourTypeDialog } from './hour-type-dialog.tsx';
import { hourTypeRecords } from './parts/hour-type-queries.ts';

export { HourTypesPage as Component };

/** The kinds of hours that can be entered, in the order in which they are offered. */
function HourTypesPage() {
  const { t } = useTranslation(['settings', 'office']);
  const format = useFormat();
  const query = useQuery(hourTypeRecords);
  const [open, setOpen] = useState<HourTypeRecord | 'new'>();
  const percent = (share: number) => `${percentText(share, format.language)} %`;
  const columns: Column<HourTypeRecord>[] = [
    {
      id: 'name',
      header: t('hourTypes.name'),
      cell: (type) => (
        <>
          <strong>{format.nameOf(type)}</strong>
          <span className={recordQuiet}>{t(`kind.${type.kind}`)}</span>
        </>
      ),
    },
    { id: 'code', header: t('field.code'), cell: ({ code }) => code },
    { id: 'unit', header: t('field.unit'), cell: ({ unit }) => t(`hourTypes.unit.${unit}`) },
    { id: 'pay', header: t('hourTypes.pay'), cell: (type) => percent(type.payShareBp), isFigure: true },
    { id: 'bill', header: t('hourTypes.bill'), cell: (type) => percent(type.billShareBp), isFigure: true },
    { id: 'for', header: t('hourTypes.for'), cell: usersOf },
    {
      id: 'state',
      header: t('office:right.state'),
      cell: ({ isActive }) => t(isActive ? 'hourTypes.active' : 'hourTypes.inactive'),
    },
    {
      id: 'act',
      header: t('office:form.change'),
      cell: (type) => (
        <Button
          variant="default"
          size="xs"
          aria-label={t('hourTypes.changeOne', { code: type.code })}
          onClick={() => setOpen(type)}
        >
          {t('office:form.change')}
        </Button>
      ),
      isFigure: true,
    },
  ];
  return (
    <Page
      title={t('hourTypes.title')}
      lead={<span className={layout.quiet}>{t('hourTypes.text')}</span>}
      actions={
        <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={() => setOpen('new')}>
          {t('hourTypes.add')}
        </Button>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {({ items }) => (
          <>
            <RecordList label={t('hourTypes.title')} rows={items} keyOf={({ id }) => id} columns={columns} />
            {open && (
              <HourTypeDialog
                stored={open === 'new' ? undefined : (items.find(({ id }) => id === open.id) ?? open)}
                nextOrder={Math.max(0, ...items.map(({ sortOrder }) => sortOrder)) + 1}
                refresh={query.refetch}
                onClose={() => setOpen(undefined)}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );

  function usersOf({ forEmployee, forSupervisor }: HourTypeRecord) {
    const users = [forEmployee && t('hourTypes.employee'), forSupervisor && t('hourTypes.supervisor')].filter(Boolean);
    return users.join(', ') || t('hourTypes.office');
  }
}
