import type { ImportResult, ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ImportChanges } from './import-changes.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { isBusy } from './import-queries.ts';
import classes from './import-run.module.css';
import { useImportWords } from './use-import-words.ts';

/** One file: how far it is, what its columns are, what it would change or changed, and every row that is wrong. */
export function ImportRunView({ run, onKind }: { run: ImportRun; onKind: (kind: ImportKind) => void }) {
  const { t } = useTranslation('imports');
  const columns = run.result?.columns ?? [];
  const isOpen = run.status === 'checked' || run.status === 'refused';
  return (
    <Panel title={t('run.title', { file: run.fileName })}>
      <div className={classes.run}>
        {isBusy(run) ? <Progress run={run} /> : <ImportOutcome run={run} onKind={onKind} />}
        {isOpen && columns.length > 0 && (
          <ImportColumns key={JSON.stringify([run.kind, columns])} run={run} columns={columns} />
        )}
        {run.result && run.result.errors.length > 0 && (
          <Found run={run} as="errors" found={run.result.errors} total={run.result.errorCount} />
        )}
        {run.result && run.result.notes.length > 0 && (
          <Found run={run} as="notes" found={run.result.notes} total={run.result.noteCount} />
        )}
        {run.result && run.result.sample.length > 0 && (
          <ImportChanges kind={run.kind} result={run.result} isDone={run.status === 'applied'} />
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

/** What is wrong, or worth a look, row by row. */
function Found(props: { run: ImportRun; as: 'errors' | 'notes'; found: ImportResult['errors']; total: number }) {
  const { run, as, found, total } = props;
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useImportWords(run.kind, run.result?.columns);
  return (
    <section aria-labelledby={`import-${as}`}>
      <h3 id={`import-${as}`} className={classes.head}>
        {t(`${as}.title`)}
      </h3>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.place}>
                {t('errors.row')}
              </th>
              <th scope="col" className={classes.place}>
                {t('errors.column')}
              </th>
              <th scope="col">{t(`${as}.what`)}</th>
              <th scope="col">{t('errors.value')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((error) => (
              <tr key={`${error.row} ${error.column} ${error.code} ${error.value}`}>
                <td className={`figures ${classes.place}`}>{error.row > 0 ? error.row : '–'}</td>
                <td className={classes.place}>{words.column(error.column)}</td>
                <td>
                  <span className={classes.where}>
                    {[error.row > 0 && `${t('errors.row')} ${error.row}`, error.column && words.column(error.column)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {as === 'errors' ? words.error(error) : words.note(error)}
                </td>
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
