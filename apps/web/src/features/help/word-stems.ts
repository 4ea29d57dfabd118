/** What is left of a word without its endings, so that `facturen` finds `factuur` and `approved` finds `approval`: no language, only alike. */
export const stemOf = (word: string, language: 'nl' | 'en'): string =>
  language === 'nl' ? dutchStem(word) : englishStem(word);

/** `facturen`, `factuur` → `factur`; `teruggestuurd`, `terugsturen` → `terugstur`. */
function dutchStem(word: string): string {
  const spoken = word
    .replace(/^ge(?=.{4,}(?:d|t|en)e?$)/, '')
    .replace(/^(aan|af|door|goed|in|mee|om|op|over|terug|toe|uit|voor|weg)ge(?=.{3,}(?:d|t|en)e?$)/, '$1');
  const bare = spoken
    .replace(/(?<=..)(?:en|e|(?<=.[bcdefghklmnprtvw]|[^aeiou][ao])s)$/, '')
    .replace(/(?<=...)(?:ing|je)$/, '')
    .replace(/(?<=...[bcfghklmnprsvwz])[dt]$/, '');
  return bare
    .replace(/([aeou])\1/g, '$1')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}

/** `invoices`, `invoicing` → `invoic`; `approve`, `approval` → `approv`; `copy`, `copied` → `copi`. */
function englishStem(word: string): string {
  const one = word
    .replace(/(?<=..)ies$/, 'y')
    .replace(/(?<=(?:s|x|z|ch|sh))es$/, '')
    .replace(/(?<=..[^siu])s$/, '');
  const bare = one
    .replace(/(?<=[aeiouy].*..)(?:ing|ed)$/, '')
    .replace(/(?<=.....)al$/, '')
    .replace(/(?<=..)e$/, '');
  return bare.replace(/([^aeiou])\1$/, '$1').replace(/(?<=[^aeiou])y$/, 'i');
}
