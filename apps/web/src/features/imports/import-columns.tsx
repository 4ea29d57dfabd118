import type { ImportResult, ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportColumn } from '@konnekt/shared/imports/import-column';
import { importColumns } from '@konnekt/shared/imports/import-columns';
import { fieldPerHourType } from '@konnekt/shared/imports/unfold';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../api/problem-message.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { hourTypeRecords } from '../hour-types/parts/hour-type-queries.ts';
import classes from './import-columns.module.css';
import { useCheckAgain } from './import-queries.ts';
import { useImportWords } from './use-import-words.ts';

type Columns = ImportResult['columns'];

/** What each column of the file is read as: open where something is passed over or missing. */
export function ImportColumns({ run, columns }: { run: ImportRun; columns: Columns }) {
  const { t } = useTranslation('imports');
  const words = useImportWords(run.kind);
  const [fields, setFields] = useState(() => columns.map(({ field }) => field));
  const check = useCheckAgain(run.id);
  const known = importColumns[run.kind];
  const perHourType = known.filter(({ isPerHourType }) => isPerHourType);
  const { data: hourTypes } = useQuery({ ...hourTypeRecords, enabled: perHourType.length > 0 });
  const areBeside = fields.some((field) => field?.includes(' '));
  const isDue = (field: string) =>
    columns.some((column) => column.field === field) ||
    run.result?.errors.some(({ code, column }) => code === 'missing-column' && column === field);
  // Nor what stands beside each other, with the hour types of a row.
  const isBeside = ({ field, isPerHourType }: ImportColumn) => areBeside && (isPerHourType || field === 'hourType');
  const given = known.flatMap(({ field, gives = [] }) => (fields.includes(field) ? gives : []));
  const isThere = (column: ImportColumn) => isBeside(column) || [...fields, ...given].includes(column.field);
  const missing = known.filter((column) => column.isRequired && isDue(column.field) && !isThere(column));
  const isDoubled = (field: string | null) => field !== null && fields.filter((one) => one === field).length > 1;
  const isChanged = fields.some((field, index) => field !== columns[index]?.field);
  const [isOpen] = useState(missing.length > 0 || fields.includes(null) || fields.some(isDoubled));
  const codes = new Set(hourTypes?.items.map(({ code }) => code));
  const asked = [
    ...known.map(({ field }) => field),
    ...[...codes].flatMap((code) => perHourType.map(({ field }) => fieldPerHourType({ field, code }))),
  ];
  const options = [
    { value: '', label: t('map.none') },
    // What the file says of an hour type that is not known stays a choice.
    ...[...new Set([...asked, ...columns.flatMap(({ field }) => field ?? [])])].map((field) => ({
      ...{ value: field, label: words.column(field) },
    })),
  ];
  return (
    <details className={classes.columns} open={isOpen}>
      <summary>{t('map.title')}</summary>
      <p className={classes.text}>{t('map.text')}</p>
      <ul className={classes.list}>
        {columns.map((column, index) => (
          <li key={column.place}>
            <span className={classes.theirs}>
              <strong>{words.heading(column)}</strong>
              <span className={classes.samples}>{column.samples.join(' · ')}</span>
            </span>
            <span className={classes.ours}>
              <SelectField
                label={t('map.ours', { column: words.heading(column) })}
                value={fields[index] ?? ''}
                options={options}
                onChange={(value) => setFields(fields.with(index, value || null))}
              />
              {isDoubled(fields[index] ?? null) && <span className={classes.wrong}>{t('map.doubled')}</span>}
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p className={classes.wrong}>
          {t('map.missing', { columns: missing.map(({ field }) => words.column(field)).join(', ') })}
        </p>
      )}
      <Button
        loading={check.isPending}
        disabled={!isChanged || fields.some(isDoubled)}
        onClick={() => check.mutate({ kind: run.kind, fields })}
      >
        {t('map.check')}
      </Button>
      {check.error && (
        <Notice tone="bad" role="alert">
          {problemMessage(check.error)}
        </Notice>
      )}
    </details>
  );
}
