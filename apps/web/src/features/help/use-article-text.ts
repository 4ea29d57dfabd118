import { useTranslation } from 'react-i18next';
import type { ArticleId } from './articles.ts';

export interface ArticleText {
  title: string;
  about: string;
  steps: readonly string[];
}

/** What an article says, in the language of the reader. */
export function useArticleText(): (id: ArticleId) => ArticleText {
  const { t } = useTranslation('help');
  return (id) => {
    const { title, about, steps } = t(`article.${id}`, { returnObjects: true }) as {
      title: string;
      about: string;
      steps: Record<string, string>;
    };
    return { title, about, steps: Object.values(steps) };
  };
}
