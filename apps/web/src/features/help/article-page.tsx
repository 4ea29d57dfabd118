import { IconArrowRight, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { type Article, articles, pictureOf } from './articles.ts';
import classes from './help.module.css';
import { HelpDesk } from './help-desk.tsx';
import { Marked } from './marked.tsx';
import { useArticleText } from './use-article-text.ts';

export { ArticlePage as Component };

/** One thing to do, step by step, with a picture of the screen. */
function ArticlePage() {
  const { t } = useTranslation('help');
  const { id } = useParams();
  const me = useMe();
  const textOf = useArticleText();
  const article = articles.find((one) => one.id === id && one.for(me));
  return (
    <Page
      title={article ? textOf(article.id).title : t('title')}
      above={<BackLink to={paths.help}>{t('back')}</BackLink>}
      lead={article && textOf(article.id).about}
    >
      {article ? (
        <Steps article={article} />
      ) : (
        <Empty icon={IconHelpCircle} title={t('unknown')}>
          {t('unknownText')}
        </Empty>
      )}
      <HelpDesk />
    </Page>
  );
}

function Steps({ article }: { article: Article }) {
  const { id, path, hasPicture = true } = article;
  const { t } = useTranslation('help');
  const { language } = useFormat();
  const picture = pictureOf(article, language, useMe());
  const { title, steps } = useArticleText()(id);
  return (
    <div className={classes.article}>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Marked text={step} />
          </li>
        ))}
      </ol>
      <p className={classes.go}>
        <ButtonLink to={path} rightSection={<IconArrowRight size={16} stroke={2} aria-hidden />}>
          {t('go')}
        </ButtonLink>
      </p>
      {hasPicture && (
        // As large as it is: too small to read on a phone.
        <a className={classes.whole} href={picture} target="_blank" rel="noreferrer">
          <img
            className={classes.picture}
            src={picture}
            alt={t('picture', { title })}
            width={1024}
            height={640}
            loading="lazy"
          />
        </a>
      )}
    </div>
  );
}
