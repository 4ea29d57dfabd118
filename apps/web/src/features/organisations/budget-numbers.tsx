import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest, longestTyped } from '@konnekt/shared/basics/text-rules';
import type { BudgetNumber } from '@konnekt/shared/organisations/budget-number.schema';
import type { Organisation } from '@konnekt/shared/organisations/organisation.schema';
import { IconHash, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { BoundDay, BoundText } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { euros, euroText, hoursText, minutes, saveTyped, textOrNull } from '../../kit/form/typed-values.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { auditKeys } from '../audit/parts/audit-queries.ts';

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
          <div className={layout.row} style={{ marginBottom: 12, alignItems: 'center' }}>
            <span className={layout.quiet}>{t('budget.text')}</span>
            <div style={{ flex: 'none' }}>{add}</div>
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

const formOf = (language: 'nl' | 'en', stored?: BudgetNumber) => ({
  number: stored?.number ?? '',
  description: stored?.description ?? '',
  orderNumber: stored?.orderNumber ?? '',
  orderLine: stored?.orderLine ?? '',
  costCentre: stored?.costCentre ?? '',
  validFrom: stored?.validFrom ?? '',
  validUntil: stored?.validUntil ?? '',
  budgetCents: stored?.budgetCents ? euroText(stored.budgetCents, language) : '',
  budgetMinutes: stored?.budgetMinutes ? hoursText(stored.budgetMinutes, language) : '',
});

function BudgetNumberDialog(props: { organisationId: string; stored: BudgetNumber | undefined; onClose: () => void }) {
  const { t } = useTranslation(['organisations', 'office']);
  const { organisationId, stored, onClose } = props;
  const queryClient = useQueryClient();
  const refresh = () => queryClient.refetchQueries({ queryKey: recordKeys.one('organisation', organisationId) });
  const { language } = useFormat();
  const fields = useMemo(() => formOf(language, stored), [language, stored]);
  const form = useRecordForm({
    stored: fields,
    save: (values) => {
      const problems: FieldProblem[] = [];
      const { budgetCents, budgetMinutes } = values;
      const body = {
        number: values.number,
        description: textOrNull(values.description),
        orderNumber: textOrNull(values.orderNumber),
        orderLine: textOrNull(values.orderLine),
        costCentre: textOrNull(values.costCentre),
        validFrom: textOrNull(values.validFrom),
        validUntil: textOrNull(values.validUntil),
        budgetCents: budgetCents.trim() ? euros(budgetCents, 'budgetCents', problems) : null,
        budgetMinutes: budgetMinutes.trim() ? minutes(budgetMinutes, 'budgetMinutes', problems) : null,
      };
      return saveTyped({ body, problems }, () =>
        stored
          ? call('PUT /api/budget-numbers/:id', {
              params: { id: stored.id },
              body: { ...body, version: stored.version },
            })
          : call('POST /api/organisations/:id/budget-numbers', { params: { id: organisationId }, body }),
      );
    },
    formOf: (saved) => formOf(language, saved),
    onSaved: async () => {
      onClose();
      void queryClient.invalidateQueries({ queryKey: auditKeys.record(organisationId) });
      await refresh();
    },
    refresh,
  });
  return (
    <FormDialog
      title={stored ? t('budget.changeOne', { number: stored.number }) : t('budget.add')}
      form={form}
      isNew={!stored}
      nameOf={(field) => String(t(`budget.${field}` as never))}
      submit={t('office:form.save')}
      onClose={onClose}
    >
      <div className={layout.fields}>
        <BoundText name="number" label={t('budget.number')} required maxLength={longest.budgetNumber} data-autofocus />
        <BoundText name="description" label={t('budget.description')} maxLength={longest.description} />
        <BoundText name="orderNumber" label={t('budget.orderNumber')} maxLength={longest.budgetNumber} />
        <BoundText name="orderLine" label={t('budget.orderLine')} maxLength={longest.budgetNumber} />
        <BoundDay name="validFrom" label={t('budget.validFrom')} />
        <BoundDay name="validUntil" label={t('budget.validUntil')} />
        <BoundText
          name="budgetCents"
          label={t('budget.budgetCents')}
          description={t('budget.budgetHint')}
          inputMode="decimal"
          maxLength={longestTyped.cell}
        />
        <BoundText
          name="budgetMinutes"
          label={t('budget.budgetMinutes')}
          inputMode="decimal"
          maxLength={longestTyped.cell}
        />
        <BoundText name="costCentre" label={t('budget.costCentre')} maxLength={longest.budgetNumber} />
      </div>
    </FormDialog>
  );
}
