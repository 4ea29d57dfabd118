import { searchText } from '@konnekt/shared/basics/search-text';
import { plainText } from './marked.tsx';
import { stemOf } from './word-stems.ts';

type Language = 'nl' | 'en';

export interface ArticleText {
  title: string;
  about: string;
  /** What else one may look for it by: other words, not other endings. */
  words: string;
  steps: readonly string[];
}

/** Articles by what was typed, best first; where none holds all of its words, those that hold most of them. */
export interface Found<Article> {
  found: Article[];
  holdsAll: boolean;
}

/** Looks for what was typed: without accents, by stems and by how words begin. */
export function findArticles<Article>(
  articles: readonly Article[],
  textOf: (article: Article) => ArticleText,
  typed: string,
  language: Language,
): Found<Article> {
  const asked = askedWords(typed, language).map((word) => wordOf(word, language));
  const judged = articles.map((article) => {
    const fields = fieldsOf(textOf(article), language);
    const scores = asked.map((word) => scoreOf(word, fields)).filter((score) => score > 0);
    return { article, held: scores.length, score: scores.reduce((sum, score) => sum + score, 0) };
  });
  const most = Math.max(0, ...judged.map(({ held }) => held));
  const found = most === 0 ? [] : judged.filter(({ held }) => held === most).toSorted((a, b) => b.score - a.score);
  return { found: found.map(({ article }) => article), holdsAll: most === asked.length };
}

interface Word {
  text: string;
  stem: string;
}
const wordOf = (text: string, language: Language): Word => ({ text, stem: stemOf(text, language) });

/** `e-factuur` is one word, and so is `g-rekening`; a possessive or plural apostrophe is none. */
const wordsIn = (text: string): string[] =>
  searchText(plainText(text))
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}-]+/u)
    .map((word) => word.replaceAll('-', ''))
    .filter(Boolean);

/** The words that say what is looked for; where there is none such, all. */
function askedWords(typed: string, language: Language): string[] {
  const words = [...new Set(wordsIn(typed))];
  const telling = words.filter((word) => word.length > 1 && !small[language].has(word));
  return telling.length > 0 ? telling : words;
}
const small: Record<Language, ReadonlySet<string>> = {
  nl: new Set(
    'aan als bij dat de die dit een en er het hoe ik in is kan mag me met mijn moet naar niet of om onze op te tot u uit uw van voor waar wat wie wil zijn'.split(
      ' ',
    ),
  ),
  en: new Set(
    'a an and are at be by can do does for from how i in is it my not of on or our that the this to was what where who with you your'.split(
      ' ',
    ),
  ),
};

/** Its words by how much they say of it, the title first. */
const fieldsOf = ({ title, about, words, steps }: ArticleText, language: Language) =>
  [title, words, about, steps.join(' ')].map((text, index) => ({
    weight: WEIGHTS[index] ?? 1,
    words: wordsIn(text).map((word) => wordOf(word, language)),
  }));
const WEIGHTS = [8, 6, 3, 1];

const scoreOf = (asked: Word, fields: ReturnType<typeof fieldsOf>): number =>
  Math.max(0, ...fields.flatMap(({ weight, words }) => words.map((word) => weight * likeness(asked, word))));

/** The same word; one that begins so, as while it is being typed; or a part of a longer one, as `strook` of `loonstrook`. */
function likeness(asked: Word, word: Word): number {
  if (asked.stem === word.stem) return 4;
  if (asked.text.length > 1 && word.text.startsWith(asked.text)) return 3;
  const isPart = (part: Word, whole: Word, least: number) =>
    part.stem.length >= least && whole.stem.includes(part.stem);
  return isPart(asked, word, 4) || isPart(word, asked, 5) ? 1 : 0;
}
