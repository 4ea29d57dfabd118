import { calendarDayAt, isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import { formatMoney } from '@konnekt/shared/basics/money';
import { ledgerPresetNames } from '@konnekt/shared/ledger/ledger.words';
import { IconFileInvoice } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { addressOf } from '../../api/route-address.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import { DayField } from '../../kit/form/day-field.tsx';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectInput } from '../../ui/form-fields.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { FirstRows } from './first-rows.tsx';
import classes from './ledger.module.css';
import { ledgerDefinitions, ledgerExports, ledgerPreview, useMakeLedgerFile } from './ledger-queries.ts';

/** What is not booked yet, as a file would have it; and the files that were made. */
export function LedgerFiles() {
  const { t } = useTranslation('ledger');
  const { data: definitions } = useQuery(ledgerDefinitions);
  const [by, setBy] = useState<string>('accountview');
  const [until, setUntil] = useState(() => calendarDayAt(new Date()));
  return (
    <div className={classes.parts}>
      <Panel title={t('new.title')}>
        <div className={layout.fields}>
          <SelectInput
            label={t('new.preset')}
            value={by}
            onChange={({ currentTarget }) => setBy(currentTarget.value)}
            options={[
              ...ledgerPresetNames.map((value) => ({ value, label: t(`preset.${value}`) })),
              ...(definitions?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <DayField label={t('new.until')} value={until} onChange={setUntil} />
        </div>
        {isCalendarDay(until) && <Preview by={by} until={until} />}
      </Panel>
      <Made />
    </div>
  );
}

function Preview({ by, until }: { by: string; until: string }) {
  const { t } = useTranslation('ledger');
  const format = useFormat();
  const query = useQuery(ledgerPreview(by, until));
  const make = useMakeLedgerFile();
  const press = () =>
    make.mutate(
      { by, until },
      { onSuccess: () => toast({ tone: 'good', message: t('new.done') }), onError: toastProblem },
    );
  return (
    <Loaded query={query} skeleton={<Skeleton rows={4} />}>
      {({ invoices, netCents, vatCents, rows, total, lacks }) =>
        invoices === 0 ? (
          <p className={layout.quiet}>{t('new.nothing')}</p>
        ) : (
          <>
            <p>
              {t('new.size', {
                count: invoices,
                number: format.count(invoices),
                net: formatMoney(netCents, format.language),
                vat: formatMoney(vatCents, format.language),
              })}
            </p>
            {lacks.length > 0 && <Lacks lacks={lacks} />}
            <FirstRows rows={rows} />
            <p className={layout.quiet}>
              {t('new.shown', { shown: format.count(rows.length - 1), total: format.count(total) })}
            </p>
            <Button disabled={lacks.length > 0} loading={make.isPending} onClick={press}>
              {t('new.make')}
            </Button>
          </>
        )
      }
    </Loaded>
  );
}

/** What is not set, with the way to where it is. */
function Lacks({ lacks }: { lacks: Output<'GET /api/ledger-exports/preview'>['lacks'] }) {
  const { t } = useTranslation('ledger');
  const { language } = useFormat();
  return (
    <Notice tone="warn">
      {t('lacks.title')}{' '}
      <Link to={`${paths.ledger}?tab=accounts`} className={classes.link}>
        {t('lacks.go')}
      </Link>
      <ul className={classes.lacks}>
        {lacks.map((lack) => {
          const kind = lack.vatKind ? t(`vatKind.${lack.vatKind}`) : '';
          const hourType = language === 'nl' ? lack.hourTypeNl : lack.hourTypeEn;
          const text = {
            journal: t('lacks.journal'),
            account: t('lacks.account', { name: hourType ?? t('accounts.typed'), kind }),
            'vat-code': t('lacks.vatCode', { kind }),
            'debtor-number': t('lacks.debtor', { number: lack.invoiceNumber ?? '' }),
          }[lack.what];
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </Notice>
  );
}

function Made() {
  const { t } = useTranslation('ledger');
  const format = useFormat();
  const query = useQuery(ledgerExports);
  const nameOf = (name: string) => {
    const preset = ledgerPresetNames.find((one) => one === name);
    return preset ? t(`preset.${preset}`) : name;
  };
  return (
    <Loaded query={query} skeleton={<Skeleton rows={3} height={32} />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon={IconFileInvoice} title={t('made.empty')} />
        ) : (
          <RecordList
            label={t('made.title')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                id: 'at',
                header: t('made.at'),
                cell: ({ at, byName }) => (
                  <>
                    {format.moment(at)}
                    <span className={recordQuiet}>{byName}</span>
                  </>
                ),
              },
              { id: 'preset', header: t('new.preset'), cell: ({ name }) => nameOf(name), rank: 1 },
              {
                id: 'invoices',
                header: t('made.invoices'),
                cell: ({ invoices }) => format.count(invoices),
                isFigure: true,
              },
              {
                id: 'net',
                header: t('made.net'),
                cell: ({ netCents }) => formatMoney(netCents, format.language),
                isFigure: true,
              },
              {
                id: 'file',
                header: t('made.file'),
                cell: ({ id, fileName }) => (
                  <DownloadLink href={addressOf('GET /api/ledger-exports/:id/file', { params: { id } }).url}>
                    {fileName}
                  </DownloadLink>
                ),
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}
