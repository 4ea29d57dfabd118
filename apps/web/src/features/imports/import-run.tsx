import type { ImportResult, ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../api/problem-message.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Changes } from './import-changes.tsx';
import { isBusy, useApply } from './import-queries.ts';
import classes from './import-run.module.css';
import { useImportWords } from './use-import-words.ts';

/** One file: how far it is, what it would change or changed, and every row that is wrong. */
export function ImportRunView({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  return (
    <Panel title={t('run.title', { file: run.fileName })}>
      <div className={classes.run}>
        {isBusy(run) ? <Progress run={run} /> : <Outcome run={run} />}
        {run.result && run.result.errors.length > 0 && (
          <Found kind={run.kind} as="errors" found={run.result.errors} total={run.result.errorCount} />
        )}
        {run.result && run.result.notes.length > 0 && (
          <Found kind={run.kind} as="notes" found={run.result.notes} total={run.result.noteCount} />
        )}
        {run.result && run.result.sample.length > 0 && (
          <Changes kind={run.kind} result={run.result} isDone={run.status === 'applied'} />
        )}
      </div>
    </Panel>
  );
}

function Progress({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const label = t(`status.${run.status}`);
  return (
    <div className={classes.progress}>
      <span>{label}</span>
      <progress aria-label={label} {...(run.rowCount > 0 && { value: run.doneCount, max: run.rowCount })} />
      {run.rowCount > 0 && (
        <span className="figures">
          {t('run.progress', { done: format.count(run.doneCount), total: format.count(run.rowCount) })}
        </span>
      )}
    </div>
  );
}

function Outcome({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const { t: common } = useTranslation();
  const format = useFormat();
  const apply = useApply(run.id);
  const { creates = 0, changes = 0, same = 0, errorCount = 0, noteCount = 0, unknownColumns = [] } = run.result ?? {};
  const counts = t('run.counts', {
    creates: format.count(creates),
    changes: format.count(changes),
    same: format.count(same),
  });
  const hasWork = creates + changes > 0;
  const isPlain = unknownColumns.length === 0 && noteCount === 0;
  const ready = isPlain ? 'run.ready' : 'run.readyNotes';
  // Beside the figures: what is passed over will not happen.
  const skipped = unknownColumns.length > 0 && (
    <>
      {' '}
      <strong>
        {t('run.skipped', { count: unknownColumns.length, columns: unknownColumns.slice(0, 12).join(', ') })}
      </strong>
    </>
  );
  return (
    <>
      {run.status === 'checked' && (
        <Notice
          tone={isPlain ? (hasWork ? 'info' : 'good') : 'warn'}
          title={t(hasWork ? ready : 'run.nothing')}
          actions={
            hasWork && (
              <Button loading={apply.isPending} onClick={() => apply.mutate()}>
                {t('run.apply')}
              </Button>
            )
          }
        >
          {counts} {hasWork && t('run.readyText')}
          {skipped}
        </Notice>
      )}
      {run.status === 'applied' && (
        <Notice tone="good" title={t('status.applied')}>
          {counts}
          {skipped}
        </Notice>
      )}
      {run.status === 'refused' && (
        <Notice tone="bad" title={t('run.refused', { count: errorCount })}>
          {t('run.refusedText')}
        </Notice>
      )}
      {run.status === 'failed' && (
        <Notice tone="bad" title={t('status.failed')}>
          {t('run.failedText')}
        </Notice>
      )}
      {apply.error && (
        <Notice tone="bad" role="alert">
          {problemMessage(common, apply.error)}
        </Notice>
      )}
    </>
  );
}

/** What is wrong, or worth a look, row by row. */
function Found(props: { kind: ImportKind; as: 'errors' | 'notes'; found: ImportResult['errors']; total: number }) {
  const { kind, as, found, total } = props;
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useImportWords(kind);
  return (
    <section aria-labelledby={`import-${as}`}>
      <h3 id={`import-${as}`} className={classes.head}>
        {t(`${as}.title`)}
      </h3>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('errors.row')}</th>
              <th scope="col">{t('errors.column')}</th>
              <th scope="col">{t(`${as}.what`)}</th>
              <th scope="col">{t('errors.value')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((error) => (
              <tr key={`${error.row} ${error.column} ${error.code}`}>
                <td className="figures">{error.row > 0 ? error.row : '–'}</td>
                <td>{words.column(error.column)}</td>
                <td>{as === 'errors' ? words.error(error) : words.note(error)}</td>
                <td className={classes.value}>{words.showsValue(error.code) && error.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > found.length && (
        <p className={classes.more}>
          {t('errors.more', { shown: format.count(found.length), total: format.count(total) })}
        </p>
      )}
    </section>
  );
}
