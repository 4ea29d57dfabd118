import type { SavedDocumentLimits } from '@konnekt/shared/documents/delivery.contract';
import { mostMegabytes } from '@konnekt/shared/documents/document.words';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { takeAnswer } from '../../api/take-answer.ts';
import { BoundText } from '../../kit/form/bound-fields.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { saveTyped } from '../../kit/form/typed-values.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { auditKeys } from '../audit/parts/audit-queries.ts';
import { documentsRecord } from './settings-queries.ts';

/** How large files of documents may be. */
export function DocumentSettings() {
  const query = useQuery(documentsRecord);
  return (
    <Loaded query={query} skeleton={<Skeleton rows={4} height={32} />}>
      {(limits) => <LimitsForm limits={limits} refresh={query.refetch} />}
    </Loaded>
  );
}

const names = ['documentMegabytes', 'zipMegabytes'] as const;
const formOf = ({ documentMegabytes, zipMegabytes }: SavedDocumentLimits) => ({
  documentMegabytes: String(documentMegabytes),
  zipMegabytes: String(zipMegabytes),
});

/** As the API takes them; what is no whole number is said here. */
function bodyOf(values: Record<string, string>) {
  const problems = names
    .filter((name) => !/^\d+$/.test(values[name]?.trim() ?? ''))
    .map((name) => ({ pointer: `/${name}`, code: 'whole-number' }));
  return {
    problems,
    body: { documentMegabytes: Number(values.documentMegabytes) || 0, zipMegabytes: Number(values.zipMegabytes) || 0 },
  };
}

function LimitsForm({ limits, refresh }: { limits: SavedDocumentLimits; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation(['settings', 'office']);
  const queryClient = useQueryClient();
  const stored = useMemo(() => formOf(limits), [limits]);
  const form = useRecordForm({
    stored,
    save: (values) =>
      saveTyped(bodyOf(values), (body) =>
        call('PUT /api/settings/documents', { body: { ...body, version: limits.version } }),
      ),
    formOf,
    onSaved: (saved) => {
      takeAnswer(queryClient, documentsRecord.queryKey, saved);
      for (const queryKey of [auditKeys.record('agency'), ['document-limits']])
        void queryClient.invalidateQueries({ queryKey });
    },
    refresh,
  });
  return (
    <RecordForm form={form} nameOf={(field) => t(`documents.${field}` as never)} submit={t('office:form.save')}>
      <Panel title={t('documents.title')}>
        <div className={layout.fields}>
          <BoundText
            name="documentMegabytes"
            label={t('documents.documentMegabytes')}
            description={t('documents.most', { most: mostMegabytes.document })}
            inputMode="numeric"
          />
          <BoundText
            name="zipMegabytes"
            label={t('documents.zipMegabytes')}
            description={t('documents.most', { most: mostMegabytes.zip })}
            inputMode="numeric"
          />
        </div>
      </Panel>
    </RecordForm>
  );
}
