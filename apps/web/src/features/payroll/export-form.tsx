import type { ExportDefinition } from '@konnekt/shared/payroll/export.contract';
import {
  dateForms,
  decimalSigns,
  encodings,
  exportFormats,
  exportShapes,
  hourForms,
  longestExport,
  separators,
} from '@konnekt/shared/payroll/export.words';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { BoundCheck, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import { createdOnce } from '../../kit/form/created-once.ts';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { FormProblems, useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { auditKeys } from '../audit/parts/audit-queries.ts';
import { CodeTable } from './code-table.tsx';
import { ColumnList } from './column-list.tsx';
import classes from './export-form.module.css';
import { ExportPreview } from './export-preview.tsx';
import { columnsIn, columnsOfShape, type ExportFields, exportBody, exportForm, written } from './export-values.ts';
import { HeaderList } from './header-list.tsx';
import { exportDefinitions } from './payroll-queries.ts';

/** The definition of an export beside what it makes of a run, as it is typed. */
export function ExportForm(props: {
  /** The one that is there; or what a new one begins as. */
  stored?: ExportDefinition;
  start?: ExportFields;
  refresh?: () => Promise<unknown>;
  onAdded?: (id: string) => unknown;
}) {
  const { t } = useTranslation(['payroll', 'office']);
  const { stored, start } = props;
  const queryClient = useQueryClient();
  const nameOf = useFieldName('payroll');
  const begun = stored ?? start;
  const fields = useMemo(() => begun && exportForm(begun), [begun]);
  if (!fields) throw new Error('An export begins as something');
  const form = useRecordForm({
    stored: fields,
    save: (values) => atFields(() => save(exportBody(values))),
    formOf: exportForm,
    onSaved: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: exportDefinitions.queryKey });
      void queryClient.invalidateQueries({ queryKey: auditKeys.record(saved.id) });
      if (!stored) props.onAdded?.(saved.id);
    },
    ...(props.refresh && { refresh: props.refresh }),
  });
  const { values, change, problemOf } = form;
  const isFile = (format: string) => values.format === format;
  return (
    <div className={classes.place}>
      <div className={classes.columns}>
        <ExportPreview values={values} />
        <RecordForm
          form={form}
          nameOf={nameOf}
          isNew={!stored}
          submit={stored ? t('office:form.save') : t('exports.submit')}
        >
          <Panel title={t('exports.settings')}>
            <div className={layout.fields}>
              <BoundText name="name" label={t('field.name')} required maxLength={longestExport.name} wide />
              <BoundCheck name="isUsed" label={t('field.isUsed')} description={t('hint.isUsed')} wide />
              <BoundSelect
                name="format"
                label={t('field.format')}
                options={exportFormats.map((value) => ({ value, label: t(`option.format.${value}`) }))}
              />
              <BoundSelect
                name="shape"
                label={t('field.shape')}
                options={exportShapes.map((value) => ({ value, label: t(`option.shape.${value}`) }))}
              />
              {isFile('csv') && (
                <>
                  <BoundSelect
                    name="separator"
                    label={t('field.separator')}
                    options={separators.map((value) => ({ value, label: t(`option.separator.${value}`) }))}
                  />
                  <BoundSelect
                    name="decimalSign"
                    label={t('field.decimalSign')}
                    options={decimalSigns.map((value) => ({ value, label: t(`option.decimalSign.${value}`) }))}
                  />
                  <BoundSelect
                    name="dateForm"
                    label={t('field.dateForm')}
                    options={dateForms.map((value) => ({ value, label: t(`option.dateForm.${value}`) }))}
                  />
                  <BoundSelect
                    name="encoding"
                    label={t('field.encoding')}
                    options={encodings.map((value) => ({ value, label: t(`option.encoding.${value}`) }))}
                  />
                </>
              )}
              <BoundSelect
                name="hourForm"
                label={t('field.hourForm')}
                options={hourForms.map((value) => ({ value, label: t(`option.hourForm.${value}`) }))}
              />
              {isFile('xlsx') && (
                <BoundText name="sheetName" label={t('field.sheetName')} maxLength={longestExport.sheetName} required />
              )}
              <BoundCheck name="numbersOnly" label={t('field.numbersOnly')} wide />
            </div>
          </Panel>
          <Panel title={t('field.columns')}>
            <ColumnList
              shape={values.shape}
              rows={columnsOfShape(values.shape, columnsIn(values))}
              problem={problemOf('columns')}
              onChange={(rows) => change({ columns: written(rows) })}
            />
          </Panel>
          {!isFile('json') && (
            <Panel title={t('field.header')}>
              <HeaderList values={values} problem={problemOf('header')} onChange={(header) => change({ header })} />
            </Panel>
          )}
          <Panel title={t('field.codes')}>
            <CodeTable values={values} problem={problemOf('codes')} onChange={(codes) => change({ codes })} />
          </Panel>
        </RecordForm>
      </div>
    </div>
  );

  function save(body: ExportFields) {
    if (stored)
      return call('PUT /api/export-definitions/:id', {
        params: { id: stored.id },
        body: { ...body, version: stored.version },
      });
    return createdOnce(
      body,
      () => call('POST /api/export-definitions', { body }),
      async () => (await call('GET /api/export-definitions')).items,
    );
  }
}

/** What is wrong deep in the content is said at the part that holds it. */
async function atFields<R>(save: () => Promise<R>): Promise<R> {
  try {
    return await save();
  } catch (error) {
    const errors = error instanceof ApiProblem ? error.body.errors : undefined;
    if (!errors) throw error;
    throw new FormProblems(
      errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/content(\/\w+).*$/, '$1') })),
    );
  }
}
