import type { ImportResult } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import classes from './import-run.module.css';
import { useImportWords } from './use-import-words.ts';

export function ImportChanges({ kind, result, isDone }: { kind: ImportKind; result: ImportResult; isDone: boolean }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useImportWords(kind);
  const total = result.creates + result.changes;
  return (
    <section aria-labelledby="import-changes">
      <h3 id="import-changes" className={classes.head}>
        {t(isDone ? 'changes.done' : 'changes.planned')}
      </h3>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('errors.row')}</th>
              <th scope="col">{t('changes.name')}</th>
              <th scope="col">{t('changes.what')}</th>
            </tr>
          </thead>
          <tbody>
            {result.sample.map((change) => (
              <tr key={`${change.row} ${change.name}`}>
                <td className="figures">{change.row}</td>
                <th scope="row">{change.name}</th>
                <td>
                  {change.action === 'create' && <strong>{t('changes.create')}</strong>}
                  <ul className={classes.fields}>
                    {words.inOrder(change.fields).map(([field, [before, after]]) => (
                      <li key={field}>
                        {words.column(field)}:{' '}
                        {change.action === 'change' && (
                          <>
                            <del>{words.value(field, before)}</del> →{' '}
                          </>
                        )}
                        <ins>{words.value(field, after)}</ins>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > result.sample.length && (
        <p className={classes.more}>
          {t('errors.more', { shown: format.count(result.sample.length), total: format.count(total) })}
        </p>
      )}
    </section>
  );
}
