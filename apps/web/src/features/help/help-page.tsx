import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import { SearchField } from '../../kit/list/search-field.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Article, articlesFor } from './articles.ts';
import { findArticles } from './find-articles.ts';
import classes from './help.module.css';
import { HelpDesk } from './help-desk.tsx';
import { HelpLinks } from './help-links.tsx';
import { useArticleText } from './use-article-text.ts';

export { HelpPage as Component };

/** What one can do here, step by step: first what is about the screen one came from. */
function HelpPage() {
  const { t } = useTranslation('help');
  const { language } = useFormat();
  const me = useMe();
  const { read, rewrite } = useAddress();
  const { here, others } = articlesFor(me, read('from'));
  const q = read('q');
  const textOf = useArticleText();
  const { found, holdsAll } = findArticles([...here, ...others], ({ id }) => textOf(id), q, language);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <search className={classes.search}>
        <SearchField label={t('search')} hint={t('searchHint')} value={q} onChange={(value) => rewrite({ q: value })} />
      </search>
      <div className={classes.parts}>
        {q !== '' ? (
          <Panel title={t('found')}>
            <p role="status" className={classes.nearest}>
              {found.length === 0 ? t('none') : !holdsAll && t('nearest')}
            </p>
            <List articles={found} />
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
