import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { mostRiseBp } from '@konnekt/shared/rate-changes/rate-change.bounds';
import type { AskedRateChange } from '@konnekt/shared/rate-changes/rate-change.contract';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { idIn, isId, useAddress } from '../../kit/address/use-address.ts';
import { BoundDay, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { percentage } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { FormProblems, useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { organisationRecord, organisationsQuery } from '../organisations/parts/organisation-queries.ts';
import { ratePreview } from './rate-change-queries.ts';
import classes from './rate-changes.module.css';

const blank = { validFrom: '', organisationId: '', payRise: '', billRise: '' };
type Values = typeof blank;

/**
 * A rise of all rates that hold from a day on: asks what it comes to, and changes nothing. What it came to is out of sight as soon as
 * the fields say something else, or were refused: nobody accepts figures of another percentage.
 */
export function RiseForm({ children }: { children: (change: AskedRateChange) => ReactNode }) {
  const { t } = useTranslation('rateChanges');
  const nameOf = useFieldName('rateChanges');
  const { data: organisations } = useQuery(organisationsQuery);
  const queryClient = useQueryClient();
  // The client that somebody comes from; it may be one beyond those that the list holds.
  const address = useAddress();
  const askedId = idIn(address.read('organisation')) ?? '';
  const { data: client } = useQuery({ ...organisationRecord(askedId), ...(askedId === '' && { queryFn: skipToken }) });
  const [stored, setStored] = useState({ ...blank, organisationId: askedId });
  const [seen, setSeen] = useState<AskedRateChange>();
  const form = useRecordForm({
    stored,
    save: async (values) => {
      const change = typed(values);
      await queryClient.fetchQuery({ ...ratePreview(change), staleTime: 0 });
      return { values, change };
    },
    formOf: ({ values }) => values,
    onSaved: ({ values, change }) => {
      setStored(values);
      setSeen(change);
    },
  });
  const isOld = form.hasTyped || form.errors.length > 0 || form.failure !== undefined;
  return (
    <>
      <UnknownValues address={address} known={{ organisation: isId }} />
      {fields()}
      {seen && isOld && (
        <Notice tone="warn" role="status" title={t('new.oldTitle')}>
          {t('new.old')}
        </Notice>
      )}
      {seen && (
        <div hidden={isOld} className={classes.stack}>
          {children(seen)}
        </div>
      )}
    </>
  );

  function fields() {
    const listed = organisations?.items ?? [];
    const isMissing = askedId !== '' && !listed.some(({ id }) => id === askedId);
    const clients = isMissing ? [{ id: askedId, name: client?.name ?? '…' }, ...listed] : listed;
    return (
      <RecordForm form={form} isQuestion nameOf={nameOf} submit={t('new.preview')} saved={t('new.seen')}>
        <Panel title={t('new.fields')}>
          <div className={layout.fields}>
            <BoundDay name="validFrom" label={t('field.validFrom')} description={t('hint.validFrom')} required />
            <BoundSelect
              name="organisationId"
              label={t('field.organisationId')}
              options={[
                { value: '', label: t('new.all') },
                ...clients.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <BoundText name="payRise" typed="share" label={t('field.payRise')} description={t('hint.rise')} />
            <BoundText name="billRise" typed="share" label={t('field.billRise')} description={t('hint.rise')} />
          </div>
        </Panel>
      </RecordForm>
    );
  }
}

/** An empty percentage is none; one of them is needed. What is wrong is all seen here, so nothing is asked then. */
function typed({ validFrom, organisationId, payRise, billRise }: Values): AskedRateChange {
  const problems: FieldProblem[] = validFrom ? [] : [{ pointer: '/validFrom', code: 'required' }];
  const [payRiseBp, billRiseBp] = (['payRise', 'billRise'] as const).map((name) => {
    const text = { payRise, billRise }[name].trim();
    if (/^[-−–]\s*[\d.,]+\s*%?$/.test(text)) {
      problems.push({ pointer: `/${name}`, code: 'rates-not-lowered' });
      return 0;
    }
    const bp = percentage(text || '0', name, problems);
    if (bp > mostRiseBp) problems.push({ pointer: `/${name}`, code: 'percent-too-large' });
    return bp;
  }) as [number, number];
  if (problems.every(({ pointer }) => pointer === '/validFrom') && payRiseBp === 0 && billRiseBp === 0)
    problems.push({ pointer: '/payRise', code: 'no-rise' });
  if (problems.length > 0) throw new FormProblems(problems);
  return { validFrom, asked: { kind: 'rise', organisationId: organisationId || null, payRiseBp, billRiseBp } };
}
