import type { ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../api/problem-message.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { errorsAddress, useApply, useCheckAgain } from './import-queries.ts';
import { useImportWords } from './use-import-words.ts';

/** What became of a file, in figures, and what can be done with it now. */
export function ImportOutcome({ run, onKind }: { run: ImportRun; onKind: (kind: ImportKind) => void }) {
  const { t } = useTranslation('imports');
  if (run.status === 'refused') return <Refused run={run} onKind={onKind} />;
  if (run.status === 'failed')
    return (
      <Notice tone="bad" title={t('status.failed')}>
        {t('run.failedText')}
      </Notice>
    );
  return <Figures run={run} />;
}

function Figures({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const apply = useApply(run.id);
  const { creates = 0, changes = 0, same = 0, noteCount = 0, columns = [], fingerprint = '' } = run.result ?? {};
  const counts = t('run.counts', {
    creates: format.count(creates),
    changes: format.count(changes),
    same: format.count(same),
  });
  const hasWork = creates + changes > 0;
  const isPlain = noteCount === 0 && columns.every(({ field }) => field !== null);
  const ready = isPlain ? 'run.ready' : 'run.readyNotes';
  const isAnew = run.result?.notes.some(({ code }) => code === 'changed-meanwhile');
  if (run.status === 'applied')
    return (
      <Notice
        tone="good"
        title={t('status.applied')}
        actions={
          <ButtonLink to={whereOf[run.kind]} variant="default">
            {t('run.see', { kind: t(`kind.${run.kind}`) })}
          </ButtonLink>
        }
      >
        {counts}
        <PassedOver run={run} />
      </Notice>
    );
  return (
    <>
      <Notice
        tone={isPlain ? (hasWork ? 'info' : 'good') : 'warn'}
        title={t(isAnew ? 'note.changed-meanwhile' : hasWork ? ready : isPlain ? 'run.nothing' : 'run.nothingNotes')}
        actions={
          hasWork && (
            <Button loading={apply.isPending} onClick={() => apply.mutate(fingerprint)}>
              {t('run.apply')}
            </Button>
          )
        }
      >
        {counts} {hasWork && t('run.readyText')}
        <PassedOver run={run} />
      </Notice>
      {apply.error && (
        <Notice tone="bad" role="alert">
          {problemMessage(apply.error)}
        </Notice>
      )}
    </>
  );
}

/** Where what was imported is seen. */
const whereOf: Record<ImportKind, string> = {
  organisations: paths.organisations,
  employees: paths.employees,
  placements: paths.placements,
  supervisors: paths.supervisors,
  'hour-types': paths.hourTypes,
  'budget-numbers': paths.organisations,
  rates: paths.organisations,
  history: paths.worksheets,
};

/** Beside the figures: what is passed over will not happen. */
function PassedOver({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const words = useImportWords(run.kind);
  const names = (run.result?.columns ?? []).filter(({ field }) => field === null).map(words.heading);
  if (names.length === 0) return null;
  return (
    <>
      {' '}
      <strong>{t('run.skipped', { count: names.length, columns: names.slice(0, 12).join(', ') })}</strong>
    </>
  );
}

/** With what helps: its errors as a file, or the kind that it is instead. */
function Refused({ run, onKind }: { run: ImportRun; onKind: (kind: ImportKind) => void }) {
  const { t } = useTranslation('imports');
  const { language } = useFormat();
  const check = useCheckAgain(run.id);
  const { errorCount = 0, hasWrongRows, looksLike, columns = [] } = run.result ?? {};
  return (
    <>
      <Notice
        tone="bad"
        title={t('run.refused', { count: errorCount })}
        actions={
          looksLike && (
            <Button
              loading={check.isPending}
              onClick={() => check.mutate({ kind: looksLike, fields: null }, { onSuccess: ({ kind }) => onKind(kind) })}
            >
              {t('run.checkAs', { kind: t(`kind.${looksLike}`) })}
            </Button>
          )
        }
      >
        {looksLike
          ? t('run.looksLike', { kind: t(`kind.${looksLike}`) })
          : hasWrongRows || columns.length === 0
            ? t('run.refusedText', { count: errorCount })
            : t('run.refusedColumns')}
        {!looksLike && <PassedOver run={run} />}
      </Notice>
      {hasWrongRows && <DownloadLink href={errorsAddress(run.id, language)}>{t('run.errorsFile')}</DownloadLink>}
      {check.error && (
        <Notice tone="bad" role="alert">
          {problemMessage(check.error)}
        </Notice>
      )}
    </>
  );
}
