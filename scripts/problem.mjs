import { statfsSync } from 'node:fs';

/**
 * What keeps a command from going on, as one sentence that says what to do. The details (output, stack) are for the
 * log, never for the screen.
 */
export class Problem extends Error {
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
 * @returns {Problem | undefined}
 */
export function commonProblem(text, folder) {
  const said = unwrapped(text);
  if (/ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(said) || isDiskFull(folder)) {
    return new Problem('disk-full', `The disk is full: make room on the disk of ${folder}, then try again.`, text);
  }
  if (/EACCES|EPERM|EROFS|permission denied|read-only file system/i.test(said)) {
    return new Problem(
      'no-permission',
      `Files in ${folder} cannot be written: they belong to another user or are read-only; make them yours, then try again.`,
      text,
    );
  }
  return undefined;
}

/**
 * The problem behind a failed download, where the network is to blame.
 *
 * @param {string} text what the package manager printed
 * @returns {Problem | undefined}
 */
export function networkProblem(text) {
  if (!networkErrors.test(unwrapped(text))) return undefined;
  return new Problem(
    'no-network',
    'The npm registry cannot be reached: check the network (and the proxy, if there is one), then try again.',
    text,
  );
}

const networkErrors =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL|error sending request|dns error|network (?:error|timeout)/i;

/**
 * pnpm breaks its messages into lines.
 *
 * @param {string} text
 */
function unwrapped(text) {
  return text.replace(/\s+/g, ' ');
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
