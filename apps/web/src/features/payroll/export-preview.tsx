import type { ExportPreview as Preview } from '@konnekt/shared/payroll/export.contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { isId, useAddress } from '../../kit/address/use-address.ts';
import { SelectField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import classes from './export-form.module.css';
import { type ExportValues, exportBody } from './export-values.ts';
import { useSizes } from './parts/use-sizes.ts';
import { exportPreview, runRows } from './payroll-queries.ts';

/** What the definition makes of a run's own rows, a moment after the last key. */
export function ExportPreview({ values }: { values: ExportValues }) {
  const { t } = useTranslation('payroll');
  const address = useAddress();
  const runs = useInfiniteQuery(runRows);
  const rows = runs.data?.pages.flatMap(({ items }) => items) ?? [];
  const run = rows.find(({ id }) => id === address.read('run')) ?? rows[0];
  return (
    <Panel
      title={t('preview.title')}
      aside={
        run && (
          <SelectField
            label={t('exports.shown')}
            value={run.id}
            options={rows.map(({ id, number }) => ({ value: id, label: t('runs.name', { number }) }))}
            onChange={(id) => address.rewrite({ run: id })}
          />
        )
      }
    >
      <Loaded query={runs} skeleton={<Skeleton rows={6} />}>
        {() => (
          <>
            <UnknownValues
              address={address}
              known={{ run: runs.hasNextPage ? isId : rows.map(({ id }) => id) }}
              isPart
            />
            {run ? <OfRun runId={run.id} values={values} /> : <p>{t('preview.noRun')}</p>}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function OfRun({ runId, values }: { runId: string; values: ExportValues }) {
  const { t } = useTranslation('payroll');
  const settled = useSettled(useDeferredValue(values));
  const query = useQuery(exportPreview(runId, exportBody(settled).content));
  return (
    <Loaded query={query} skeleton={<Skeleton rows={6} />}>
      {(preview) => (
        <div className={classes.preview} data-loading={query.isPlaceholderData || undefined}>
          <Notes preview={preview} />
          <p className={classes.hint}>
            {t('hint.preview')} {t('preview.rows', { count: preview.total })}.
          </p>
          <Sheet preview={preview} />
          <Totals preview={preview} />
        </div>
      )}
    </Loaded>
  );
}

function Notes({ preview }: { preview: Preview }) {
  const { t } = useTranslation('payroll');
  const { missing, withoutDay, leftOut, notNumbers } = preview;
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="warn">
          {t('preview.missing', { types: missing.map(({ hourTypeCode }) => hourTypeCode).join(', ') })}
        </Notice>
      )}
      {notNumbers > 0 && <Notice tone="warn">{t('preview.notNumbers', { count: notNumbers })}</Notice>}
      {withoutDay > 0 && <Notice tone="info">{t('preview.withoutDay', { count: withoutDay })}</Notice>}
      {leftOut > 0 && <Notice tone="info">{t('preview.leftOut', { count: leftOut })}</Notice>}
    </>
  );
}

/** The first rows as cells. */
function Sheet({ preview: { header, rows } }: { preview: Preview }) {
  const { t } = useTranslation('payroll');
  const width = Math.max(0, ...[...header, ...rows].map(({ length }) => length));
  const cells = (row: string[]) => Array.from({ length: width }, (_, index) => row[index] ?? '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key
    <section className={classes.sheet} aria-label={t('preview.table')} tabIndex={0}>
      <table>
        {header.length > 0 && (
          <thead>
            {header.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              <tr key={line}>
                {cells(row).map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </thead>
        )}
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <tr key={line}>
              {cells(row).map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Totals({ preview: { totals } }: { preview: Preview }) {
  const { t } = useTranslation('payroll');
  const { hours, count } = useFormat();
  const { money } = useSizes();
  if (totals.length === 0) return null;
  return (
    <table className={classes.totals}>
      <caption>{t('preview.totals')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('preview.code')}</th>
          <th scope="col">{t('preview.lines')}</th>
          <th scope="col">{t('preview.hours')}</th>
          <th scope="col">{t('preview.pay')}</th>
        </tr>
      </thead>
      <tbody className="figures">
        {totals.map(({ code, lines, minutes, payCents }) => (
          <tr key={code}>
            <th scope="row">{code}</th>
            <td>{count(lines)}</td>
            <td>{hours(minutes)}</td>
            <td>{money(payCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
