import type { Match, ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Below a million guesses a password falls to whoever knows what passwords are like, however slowly they must try. */
const TOO_FEW_GUESSES = 1e6;
/** One word with a year or a few signs behind it counts as more than it is worth; so many guesses are enough in any case. */
const ENOUGH_GUESSES = 1e10;
/** More makes a password no weaker, and a long text of odd signs would keep everybody waiting for seconds. */
const READ_AT_MOST = { maxLength: 30, l33tMaxSubstitutions: 30 };

/**
 * Whether a password is among what is tried first: the well-known passwords (49,000 of them), Dutch and English words and names, dates and rows of
 * keys, letters swapped for signs (`p@ssw0rd`) and years behind them, and words of one's own. What two words that say nothing of each
 * other make is no such thing. On the server alone: the lists weigh more than the whole portal.
 */
export async function isEasyToGuess(password: string, ownWords: readonly string[]): Promise<boolean> {
  const { guesses, sequence } = (await checker()).check(password, ownWords.flatMap(partsOf));
  if (guesses < TOO_FEW_GUESSES) return true;
  const hasWord = sequence.some(({ pattern }) => pattern === 'dictionary');
  return hasWord && guesses < ENOUGH_GUESSES && sequence.filter(isSecret).length <= 1;
}

/** What has to be guessed apart: a word that is not one's own, or letters in no order. Numbers and signs around it are tried along. */
function isSecret(match: Match): boolean {
  if (match.pattern === 'dictionary') return match.dictionaryName !== 'userInputs';
  return match.pattern === 'bruteforce' && match.token.replace(/\P{L}/gu, '').length > 2;
}

/** `anna.de.vries@werk.example` as `annadevries`, `anna`, `vries`, `werk` …, without accents too. */
function partsOf(words: string): string[] {
  const plain = words.toLowerCase();
  const forms = [plain, plain.normalize('NFD').replace(/\p{M}/gu, '')];
  return [...new Set(forms.flatMap((form) => [form, ...form.split('@')].flatMap(joinedAndApart)))].filter(
    (part) => part.length > 2,
  );
}
const joinedAndApart = (text: string): string[] => {
  const apart = text.split(/[^\p{L}\p{N}]+/u);
  return [text, apart.join(''), ...apart];
};

/** Read when somebody first chooses a password: the lists take half a second and twenty megabytes. */
let loading: Promise<ZxcvbnFactory> | undefined;
function checker(): Promise<ZxcvbnFactory> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english, dutch] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-nl-be'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...dutch.dictionary },
    graphs: common.adjacencyGraphs,
    ...READ_AT_MOST,
  });
}
