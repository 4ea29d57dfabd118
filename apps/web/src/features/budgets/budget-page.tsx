import { formatMoney } from '@konnekt/shared/basics/money';
import type { BudgetLine } from '@konnekt/shared/budgets/budget.contract';
import { budgetStages } from '@konnekt/shared/budgets/budget.words';
import { isTime } from '@konnekt/shared/hour-types/hour-type.words';
import { IconClockHour4, IconHash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { IconLink } from '../../ui/icon-button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './budget-page.module.css';
import { BudgetState } from './budget-state.tsx';
import { BudgetBar, useBudgetWords } from './parts/budget-bar.tsx';
import { budgetQuery } from './parts/budget-queries.ts';

export { BudgetPage as Component };

/** One budget number with all that is on it: its sums are those of the lines below. */
function BudgetPage() {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const words = useBudgetWords();
  const { id = '' } = useParams();
  const query = useQuery(budgetQuery(id));
  const address = useAddress();
  const { read, write } = address;
  const stage = oneOf(budgetStages, read('stage'));
  const columns = useLineColumns();
  const budget = query.data;
  const isUnknown = isNotThere(query.error);
  return (
    <Page
      title={budget ? t('one', { number: budget.number }) : t('title')}
      above={<BackLink to={paths.budgets}>{t('back')}</BackLink>}
      lead={
        budget && (
          <>
            {[budget.organisationName, budget.description].filter(Boolean).join(' · ')} <BudgetState budget={budget} />
          </>
        )
      }
    >
      {isUnknown ? (
        <Empty icon={IconHash} title={t('unknown')}>
          {t('unknownText')}
        </Empty>
      ) : (
        <Loaded query={query} skeleton={<Skeleton rows={8} height={28} />}>
          {(loaded) => {
            const lines = loaded.lines.filter((line) => !stage || line.stage === stage);
            return (
              <div className={classes.parts}>
                <UnknownValues address={address} known={{ stage: budgetStages }} />
                <Panel title={t('sums')}>
                  <div className={classes.sums}>
                    <dl className={classes.facts}>
                      {budgetStages.map((name) => (
                        <div key={name}>
                          <dt>{t(`stage.${name}`)}</dt>
                          <dd>{words.sizeOf('cents', loaded[name].cents)}</dd>
                          <dd>{words.sizeOf('minutes', loaded[name].minutes)}</dd>
                        </div>
                      ))}
                    </dl>
                    <div>
                      <BudgetBar budget={loaded} />
                      {loaded.validUntil && <p>{t('until', { day: format.day(loaded.validUntil) })}</p>}
                    </div>
                  </div>
                </Panel>
                <SelectField
                  label={t('stages')}
                  value={stage ?? ''}
                  onChange={(value) => write({ stage: value })}
                  options={[
                    { value: '', label: t('stageAll') },
                    ...budgetStages.map((value) => ({ value, label: t(`stage.${value}`) })),
                  ]}
                />
                {lines.length === 0 ? (
                  <Empty icon={IconHash} title={t('noLines')} />
                ) : (
                  <RecordList
                    label={t('lines')}
                    rows={lines}
                    keyOf={({ invoiceLineId, worksheetId, day, hourTypeEn, size }) =>
                      invoiceLineId ?? `${worksheetId} ${day} ${hourTypeEn} ${size}`
                    }
                    columns={columns}
                  />
                )}
              </div>
            );
          }}
        </Loaded>
      )}
    </Page>
  );
}

function useLineColumns(): Column<BudgetLine>[] {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const { language } = format;
  const hourType = ({ description, hourTypeNl, hourTypeEn }: BudgetLine) =>
    description ?? (language === 'nl' ? hourTypeNl : hourTypeEn) ?? '';
  return [
    {
      id: 'who',
      header: t('column.who'),
      cell: (line) => (
        <>
          <strong>{line.employeeName ?? hourType(line)}</strong>
          {line.employeeName && <span className={recordQuiet}>{hourType(line)}</span>}
        </>
      ),
    },
    {
      id: 'when',
      header: t('column.when'),
      cell: ({ day, isoWeek, isoYear }) => (
        <span className="figures">
          {day ? format.day(day) : isoWeek ? t('week', { week: isoWeek, year: isoYear ?? '' }) : ''}
        </span>
      ),
    },
    {
      id: 'hours',
      header: t('column.hours'),
      cell: ({ unit, size, minutes }) => (isTime(unit) ? format.hours(unit === 'hours' ? minutes : size) : ''),
      isFigure: true,
      rank: 1,
    },
    {
      id: 'amount',
      header: t('column.amount'),
      cell: ({ cents }) => <span className="figures">{formatMoney(cents, language)}</span>,
      isFigure: true,
    },
    {
      id: 'stage',
      header: t('column.stage'),
      cell: ({ stage, invoiceId, invoiceNumber }) =>
        invoiceId ? <Link to={paths.invoice(invoiceId)}>{invoiceNumber ?? t('draft')}</Link> : t(`stage.${stage}`),
    },
    {
      id: 'behind',
      header: t('column.behind'),
      isHeaderHidden: true,
      cell: ({ invoiceId, invoiceLineId, worksheetId, description }) => {
        const to = worksheetId
          ? paths.worksheet(worksheetId)
          : invoiceId && invoiceLineId && description === null
            ? paths.behindInvoice(invoiceId, invoiceLineId)
            : undefined;
        return to && <IconLink icon={IconClockHour4} label={t('column.behind')} to={to} />;
      },
      isFigure: true,
    },
  ];
}
