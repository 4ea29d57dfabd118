import { statfsSync } from 'node:fs';

/**
 * What keeps a command from going on, as one sentence that says what to do. The details (output, stack) are for the
 * log, never for the screen.
 */
export class CommandProblem extends Error {
  /**
   * @param {string} code short name of the problem, for programs
   * @param {string} sentence for people
   * @param {string} [details]
   */
  constructor(code, sentence, details = '') {
    super(sentence);
    this.code = code;
    this.details = details;
  }
}

/** Somebody pressed Ctrl-C, or asked the process to end: no fault, but the work is not done. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.');
  }
}

/**
 * The problem behind a failed step, recognised by what it printed (or by its error), where it is one of those that
 * have nothing to do with the step itself.
 *
 * @param {string} text
 * @param {string} folder where the step writes: its disk is looked at
 * @returns {CommandProblem | undefined}
 */
export function commonProblem(text, folder) {
  const said = unwrapped(text);
  if (noRoom.test(said) || isDiskFull(folder)) {
    return new CommandProblem(
      'disk-full',
      `The disk is full: make room on the disk of ${folder}, then try again.`,
      text,
    );
  }
  if (notAllowed.test(said)) {
    return new CommandProblem(
      'no-permission',
      `Files in ${folder} cannot be read or written: they belong to another user or are read-only; make them yours, then try again.`,
      text,
    );
  }
  return undefined;
}

/** Not Linux's limit of watched files, which has the same code. */
const noRoom = /(?<!code: ')\b(?:ENOSPC|EDQUOT)\b(?!: System limit)|no space left on device|disk quota exceeded/i;
/** Not a port or a process that is out of reach, nor a database that refuses its user ("permission denied for schema"). */
const notAllowed =
  /(?<!\b(?:listen|bind|connect|kill) |code: ')\b(?:EACCES|EPERM|EROFS)\b|(?<!\bEACCES: )permission denied(?! (?:for|to) )|read-only file system/i;

/**
 * The problem behind an error of a PostgreSQL, told by its code (SQLSTATE) or by the one of the network.
 *
 * @param {unknown} error as the driver throws it, or one that it caused
 * @param {string} place which database it is, for people
 * @returns {CommandProblem | undefined}
 */
export function databaseProblem(error, place) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const found = databaseProblems.find(
      ({ codes, said }) => codes.includes(code) || (said?.test(cause.message) ?? false),
    );
    if (found) return new CommandProblem(found.problem, `${place} ${found.sentence(cause.message)}`, String(cause));
  }
  return undefined;
}

/** @type {{ codes: string[], said?: RegExp, problem: string, sentence: (said: string) => string }[]} */
const databaseProblems = [
  {
    codes: ['28P01'],
    said: /client password must be a (?:non-empty )?string/,
    problem: 'database-password',
    sentence: () => 'refuses the user or the password: check both in the address.',
  },
  {
    codes: ['28000'],
    problem: 'database-closed',
    sentence: (said) =>
      `does not let this user in from here (${said}): make the user there, or allow this machine in its pg_hba.conf.`,
  },
  {
    codes: ['42501'],
    problem: 'database-privilege',
    sentence: (said) =>
      `does not allow its user what Konnekt needs there (${said}): make that user the owner of the database, then try again.`,
  },
  {
    codes: ['ENOTFOUND', 'EAI_AGAIN'],
    problem: 'database-unknown-host',
    sentence: () => 'has a host that nobody knows: check the name in the address, and that this machine has a network.',
  },
  {
    codes: ['ECONNREFUSED'],
    problem: 'database-refused',
    sentence: () => 'does not run, or on another port: nobody answers there. Start it, or check the address.',
  },
  {
    codes: ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
    said: /^timeout expired$|^timeout exceeded when trying to connect$/,
    problem: 'database-no-answer',
    sentence: () => 'does not answer: check the address, and that no firewall stands between.',
  },
  {
    codes: ['53300'],
    problem: 'database-busy',
    sentence: () =>
      'has no connection left: stop a program that holds many, lower DATABASE_POOL, or raise its max_connections.',
  },
  {
    codes: ['53100'],
    problem: 'database-disk-full',
    sentence: () => 'has no room left on its own disk: make room there, then try again.',
  },
  {
    codes: ['57P01', '57P02', '57P03', 'ECONNRESET'],
    problem: 'database-starting',
    sentence: () => 'is starting, stopping or was stopped just now: try again in a moment.',
  },
  {
    codes: ['25006'],
    problem: 'database-read-only',
    sentence: () => 'can only be read: it is a copy. Give the address of the one that is written.',
  },
  {
    codes: ['55P03'],
    problem: 'database-locked',
    sentence: () => 'is being updated by another process: try again when that is done.',
  },
];

/**
 * The problem behind a failed download, where the network is to blame.
 *
 * @param {string} text what the package manager printed
 * @returns {CommandProblem | undefined}
 */
export function networkProblem(text) {
  if (!networkErrors.test(unwrapped(text))) return undefined;
  return new CommandProblem(
    'no-network',
    'The npm registry cannot be reached: check the network (and the proxy, if there is one), then try again.',
    text,
  );
}

const networkErrors =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL|error sending request|dns error|network (?:error|timeout)/i;

/**
 * pnpm breaks its messages into lines, and draws a line before each.
 *
 * @param {string} text
 */
function unwrapped(text) {
  return text.replace(/[\s│├╰─▶]+/g, ' ');
}

/** Below this a step's own message about the disk may itself have found no room. */
const fullBelowBytes = 4 * 1024 * 1024;

/** @param {string} folder */
function isDiskFull(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < fullBelowBytes;
  } catch {
    return false;
  }
}
