/** Shortest password: length is what counts, and that nobody guesses it (NIST SP 800-63B-4 §3.1.1.2). */
export const passwordMinLength = 8;
export const passwordMaxLength = 200;

export type PasswordFault = 'tooShort' | 'tooLong' | 'guessable' | 'notTheSame';

/** What is wrong with a new password that is typed twice, and with which of the two. */
export function newPasswordFault(
  password: string,
  repeat: string,
  ownWords: readonly string[] = [],
): { field: 'password' | 'repeat'; code: PasswordFault; count: number } | undefined {
  if (password.length < passwordMinLength) return { field: 'password', code: 'tooShort', count: passwordMinLength };
  if (password.length > passwordMaxLength) return { field: 'password', code: 'tooLong', count: passwordMaxLength };
  if (isGuessable(password, ownWords)) return { field: 'password', code: 'guessable', count: 0 };
  return repeat === password ? undefined : { field: 'repeat', code: 'notTheSame', count: 0 };
}

/**
 * Among the first that anybody tries: a well-known password or a word of one's own (address, name, agency), as it is or with a few
 * digits or signs behind it; a row of digits or keys; one or two characters again and again.
 */
export function isGuessable(password: string, ownWords: readonly string[] = []): boolean {
  const plain = plainOf(password);
  if (new Set(plain).size <= 2) return true;
  if (rows.some((row) => row.includes(plain) || reversed(row).includes(plain))) return true;
  const words = [...common, ...ownWords.flatMap((word) => [word, word.split('@')[0] ?? '']).map(plainOf)];
  return words.some((word) => word.length > 2 && plain.startsWith(word) && /^\d{0,4}$/.test(plain.slice(word.length)));
}

const plainOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const reversed = (text: string) => [...text].reverse().join('');

const rows = ['01234567890123456789', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];

const common = [
  ...['password', 'passw0rd', 'wachtwoord', 'geheim', 'welkom', 'welkom01', 'welcome', 'hallo', 'inloggen', 'letmein'],
  ...[
    'iloveyou',
    'changeme',
    'administrator',
    'admin',
    'qwerty',
    'qwertyuiop',
    'azerty',
    'abcd',
    'abc',
    'test',
    'testtest',
  ],
  ...['1q2w3e4r', '1q2w3e4r5t', 'q1w2e3r4', '1qaz2wsx', 'qwer1234', 'asdf1234', 'trustno1', 'sunshine', 'princess'],
  ...[
    'football',
    'baseball',
    'voetbal',
    'feyenoord',
    'ajax',
    'computer',
    'superman',
    'nederland',
    'amsterdam',
    'rotterdam',
  ],
  ...['lente', 'zomer', 'herfst', 'winter', 'spring', 'summer', 'autumn', 'januari', 'februari', 'maart', 'april'],
  ...[
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
    'maandag',
    'dinsdag',
    'donderdag',
    'vrijdag',
    'zaterdag',
  ],
  ...['uitzendbureau', 'urenportaal', 'urenbriefje', 'konnekt'],
];
