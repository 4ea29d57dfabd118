import { longest } from '@konnekt/shared/basics/text-rules';
import type { SavedHelp } from '@konnekt/shared/help/help.contract';
import { longestHelpLink } from '@konnekt/shared/help/help.words';
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
import { helpBody, helpForm, linkField, linkNumbers } from './help-values.ts';
import { helpRecord } from './settings-queries.ts';

/** Links that the help shows beside its own pages. */
export function HelpSettings() {
  const query = useQuery(helpRecord);
  return (
    <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
      {(help) => <HelpForm help={help} refresh={query.refetch} />}
    </Loaded>
  );
}

function HelpForm({ help, refresh }: { help: SavedHelp; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation(['settings', 'office']);
  const queryClient = useQueryClient();
  const stored = useMemo(() => helpForm(help), [help]);
  const form = useRecordForm({
    stored,
    save: (values) =>
      saveTyped(helpBody(values), (body) =>
        call('PUT /api/settings/help', { body: { ...body, version: help.version } }),
      ),
    formOf: helpForm,
    onSaved: (saved) => {
      takeAnswer(queryClient, helpRecord.queryKey, saved);
      for (const queryKey of [auditKeys.record('agency'), ['help-links']])
        void queryClient.invalidateQueries({ queryKey });
    },
    refresh,
  });
  const nameOf = (field: string) => t(`help.${field.split('/')[2]}` as never);
  return (
    <RecordForm form={form} nameOf={nameOf} submit={t('office:form.save')}>
      <p className={layout.quiet}>{t('help.lead')}</p>
      {linkNumbers.map((number) => (
        <Panel key={number} title={t('help.link', { number: number + 1 })}>
          <div className={layout.fields}>
            <BoundText
              name={linkField(number, 'nameNl')}
              label={t('help.nameNl')}
              maxLength={longest.organisationName}
            />
            <BoundText
              name={linkField(number, 'nameEn')}
              label={t('help.nameEn')}
              maxLength={longest.organisationName}
            />
            <BoundText
              name={linkField(number, 'url')}
              label={t('help.url')}
              description={t('help.urlHint')}
              inputMode="url"
              maxLength={longestHelpLink}
            />
          </div>
        </Panel>
      ))}
    </RecordForm>
  );
}
