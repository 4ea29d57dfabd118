import { searchText, searchWords } from '@konnekt/shared/basics/search-text';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { paths } from '../../kit/address/paths.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import { SearchField } from '../../kit/list/search-field.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Article, articlesFor } from './articles.ts';
import classes from './help.module.css';
import { HelpDesk } from './help-desk.tsx';
import { HelpLinks } from './help-links.tsx';
import { plainText } from './marked.tsx';
import { useArticleText } from './use-article-text.ts';

export { HelpPage as Component };

/** What one can do here, step by step: first what is about the screen one came from. */
function HelpPage() {
  const { t } = useTranslation('help');
  const me = useMe();
  const { read, rewrite } = useAddress();
  const { here, others } = articlesFor(me, read('from'));
  const q = read('q');
  const isFound = useIsFound(q);
  const found = [...here, ...others].filter(isFound);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <search className={classes.search}>
        <SearchField label={t('search')} hint={t('searchHint')} value={q} onChange={(value) => rewrite({ q: value })} />
      </search>
      <div className={classes.parts}>
        {q !== '' ? (
          <Panel title={t('all')}>
            {found.length === 0 ? <p role="status">{t('none')}</p> : <List articles={found} />}
          </Panel>
        ) : (
          <>
            {here.length > 0 && (
              <Panel title={t('here')}>
                <List articles={here} />
              </Panel>
            )}
            <Panel title={t('all')}>
              <List articles={others} />
            </Panel>
          </>
        )}
        <HelpLinks />
        <HelpDesk />
      </div>
    </Page>
  );
}

function List({ articles }: { articles: readonly Article[] }) {
  const textOf = useArticleText();
  return (
    <ul className={classes.list}>
      {articles.map(({ id }) => (
        <li key={id}>
          <Link to={paths.helpOn(id)}>{textOf(id).title}</Link>
          <span>{textOf(id).about}</span>
        </li>
      ))}
    </ul>
  );
}

/** Every word stands somewhere in an article. */
function useIsFound(q: string) {
  const textOf = useArticleText();
  const words = searchWords(q);
  return ({ id }: Article) => {
    const { title, about, steps } = textOf(id);
    const text = searchText(plainText([title, about, ...steps].join('\n')));
    return words.every((word) => text.includes(word));
  };
}
