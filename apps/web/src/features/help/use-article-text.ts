import { useTranslation } from 'react-i18next';
import type { ArticleId } from './articles.ts';
import type { ArticleText } from './find-articles.ts';

/** What an article says, in the language of the reader. */
export function useArticleText(): (id: ArticleId) => ArticleText {
  const { t } = useTranslation('help');
  return (id) => {
    const { steps, ...said } = t(`article.${id}`, { returnObjects: true }) as Omit<ArticleText, 'steps'> & {
      steps: Record<string, string>;
    };
    return { ...said, steps: Object.values(steps) };
  };
}
