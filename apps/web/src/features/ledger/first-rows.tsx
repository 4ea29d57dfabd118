import { useTranslation } from 'react-i18next';
import classes from './ledger.module.css';

/** The first rows of a file; the first of them are titles, where it has them. */
export function FirstRows({ rows, hasTitles = true }: { rows: readonly string[][]; hasTitles?: boolean }) {
  const { t } = useTranslation('ledger');
  const [titles = [], ...below] = hasTitles ? rows : [[], ...rows];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className={classes.preview} tabIndex={0} aria-label={t('new.preview')}>
      <table>
        {titles.length > 0 && (
          <thead>
            <tr>
              {titles.map((title, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={column} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {below.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
            <tr key={at}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
