import { eachDay } from '@konnekt/shared/basics/calendar-day';
import { longest } from '@konnekt/shared/basics/text-rules';
import { cleanText } from '@konnekt/shared/basics/typed-text';
import { correctionLines } from '@konnekt/shared/worksheets/worksheet.correction';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../../api/client.ts';
import { newId } from '../../../api/new-id.ts';
import { ApiProblem, isNotThere } from '../../../api/problem.ts';
import { problemMessage } from '../../../api/problem-message.ts';
import { useFormat } from '../../../i18n/format.ts';
import { BackLink } from '../../../kit/address/back-link.tsx';
import { NotFound } from '../../../kit/address/not-found.tsx';
import { paths } from '../../../kit/address/paths.ts';
import { LeaveGuard } from '../../../kit/form/leave-guard.tsx';
import { useWrongText } from '../../../kit/form/use-wrong-text.ts';
import { Button } from '../../../ui/button.tsx';
import { isTooLong, TextAreaField } from '../../../ui/field.tsx';
import { focusWrong } from '../../../ui/focus-wrong.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { toast } from '../../../ui/toast.tsx';
import { worksheetQuery } from '../parts/worksheet-queries.ts';
import { type DraftRow, draftOf, readRow } from './correction-draft.ts';
import classes from './correction-page.module.css';
import { correctionQuery, useCorrect } from './correction-queries.ts';
import { CorrectionRows } from './correction-rows.tsx';
import { WhatChanges } from './what-changes.tsx';

export { CorrectionPage as Component };

/** Hours that are final are corrected here: one types what they should have been, and sees what that takes away and adds. */
function CorrectionPage() {
  const { t } = useTranslation('corrections');
  const format = useFormat();
  const { id = '' } = useParams();
  const worksheet = useQuery(worksheetQuery(id));
  const start = useQuery(correctionQuery(id));
  const title = worksheet.data
    ? t('title', {
        employee: worksheet.data.placement.employeeName,
        period: format.periodInText(worksheet.data.period),
      })
    : t('loading');
  if (isNotThere(worksheet.error)) return <NotFound />;
  return (
    <Page
      title={title}
      above={<BackLink to={paths.worksheet(id)}>{t('back')}</BackLink>}
      lead={worksheet.data && `${worksheet.data.placement.functionName} · ${worksheet.data.placement.organisationName}`}
    >
      <Loaded query={worksheet} skeleton={<Skeleton rows={8} height={32} />}>
        {(loaded) => (
          <Loaded query={start} skeleton={<Skeleton rows={8} height={32} />}>
            {(begin) => <CorrectionForm key={loaded.id} worksheet={loaded} start={begin} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Start = Output<'GET /api/worksheets/:id/correction'>;

function CorrectionForm({ worksheet, start }: { worksheet: Worksheet; start: Start }) {
  const { t } = useTranslation(['corrections', 'common']);
  const { language } = useFormat();
  const wrongText = useWrongText();
  const navigate = useNavigate();
  const types = useMemo(() => new Map(start.hourTypes.map((type) => [type.id, type])), [start]);
  const [rows, setRows] = useState<DraftRow[]>(() => draftOf(start.lines, types, language));
  const [reason, setReason] = useState('');
  const [wasSent, setWasSent] = useState(false);
  // Sent again after an answer was lost, it is the same correction.
  const partId = useRef(newId());
  const isLeaving = useRef(false);
  const correct = useCorrect(worksheet.id);

  const read = rows.map((row) => readRow(row, types));
  const wrong = new Map(
    rows.flatMap((row, index) => {
      const one = read[index];
      return one && 'error' in one ? [[row.key, { ...one, text: wrongText({ code: one.error }) }] as const] : [];
    }),
  );
  const shouldBe = read.flatMap((one): HourLineInput[] => ('line' in one && one.line ? [one.line] : []));
  const changes = wrong.size > 0 ? undefined : correctionLines(start.lines, shouldBe);
  const hasChanges = wrong.size > 0 || (changes?.length ?? 0) > 0;
  const isDirty = useCallback(() => !isLeaving.current && (hasChanges || reason !== ''), [hasChanges, reason]);
  const isMissing = wasSent && cleanText(reason) === '';
  const problem = correct.error instanceof ApiProblem ? correct.error.body : undefined;
  const refused = problem?.errors ?? [];
  const isChanged = problem?.code === 'worksheet-changed';

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setWasSent(true);
    if (wrong.size > 0 || cleanText(reason) === '' || isTooLong(reason, longest.reason))
      return focusWrong(event.currentTarget);
    if (!changes || changes.length === 0) return;
    correct.mutate(
      {
        version: worksheet.version,
        id: partId.current,
        periodVersion: start.periodVersion,
        reason: cleanText(reason),
        lines: shouldBe,
      },
      {
        onSuccess: (made) => {
          isLeaving.current = true;
          toast({ tone: 'good', message: t(made.status === 'submitted' ? 'sentToClient' : 'sent') });
          void navigate(paths.worksheet(made.id));
        },
      },
    );
  };

  return (
    <form className={classes.form} onSubmit={send} noValidate>
      <LeaveGuard isDirty={isDirty} />
      <Panel title={t('shouldBe')} flush>
        <CorrectionRows
          rows={rows}
          types={types}
          wrong={wrong}
          days={eachDay(worksheet.period.startsOn, worksheet.period.endsOn)}
          isTimed={worksheet.placement.entryMode === 'times'}
          budgetNumber={worksheet.placement.budgetNumber ?? ''}
          onChange={setRows}
        />
      </Panel>
      <Panel title={t('changes')}>
        <WhatChanges changes={changes} types={types} />
      </Panel>
      <Panel title={t('reasonTitle')}>
        <TextAreaField
          label={t('reason')}
          description={t(start.needsApproval ? 'reasonForClient' : 'reasonHint')}
          error={isMissing && t('reasonMissing')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          limit={longest.reason}
          rows={3}
          required
        />
      </Panel>
      {correct.error && (
        <Notice tone="bad" role="alert" title={problemMessage(correct.error)}>
          {isChanged && <p>{t('changedMeanwhile')}</p>}
          {refused.map((one) => (
            <p key={`${one.pointer} ${one.code}`}>{wrongText(one)}</p>
          ))}
        </Notice>
      )}
      <div className={classes.acts}>
        <span>{t(start.needsApproval ? 'goesToClient' : 'isApproved')}</span>
        <Button type="submit" loading={correct.isPending} disabled={changes?.length === 0}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
