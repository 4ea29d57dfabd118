/**
 * Every error the API can answer, with its HTTP status (RFC 9457). The code is the reason all through: the rule returns
 * it, the wire carries it, the translation files are keyed by it.
 */
export const problemStatus = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'wrong-current-password': 400,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'own-hours': 403,
  /** Somebody changed it since: the write named an older version. */
  'worksheet-changed': 409,
  /** Somebody changed this record since: the write named an older version. */
  'record-changed': 409,
  /** Their hours or decisions belong to the books, which are kept. */
  'person-has-worked': 409,
  /** There is one already for this placement and period. */
  'worksheet-exists': 409,
  /** Its state does not allow this step. */
  'wrong-state': 409,
  'placement-has-fixed-hours': 409,
  'placement-registered-by-supervisor': 409,
  'period-outside-placement': 409,
  'period-in-the-future': 409,
  'period-closed': 409,
  'nothing-to-send': 409,
  /** What a closed payroll run took never changes. */
  'payroll-run-closed': 409,
  'nothing-to-pay': 409,
  /** An export that the agency uses has no code for a hour type of the run: `errors` names them. */
  'payroll-codes-missing': 409,
  /** A file is of a run that is closed. */
  'payroll-run-open': 409,
  /** Neither a number of the trade register nor one for VAT: no network finds it. */
  'no-electronic-address': 409,
  'does-not-fit': 409,
  /** Somebody of this name is there already: `people` says who. */
  'looks-like-somebody': 409,
  /** Their placements keep them an employee. */
  'has-placements': 409,
  /** Who is written to changed since it was shown. */
  'receivers-changed': 409,
  'already-paid': 409,
  /** A link from a mail: older than two days or replaced by a newer one; used before; never given out. */
  'link-expired': 410,
  'link-used': 409,
  'link-unknown': 404,
  'account-active': 409,
  'account-blocked': 409,
  'account-not-blocked': 409,
  /** Nobody blocks themselves. */
  'own-account': 403,
  /** The agency would be left without anybody who manages it. */
  'last-admin': 409,
  /** Hours that were finalised keep their rate. */
  'rate-changes-the-past': 409,
  /** A supervisor's right that ended, or one that was already of use. */
  'right-is-over': 409,
  'right-has-begun': 409,
  /** What anybody can add to holds no more. */
  'list-full': 409,
  'too-large': 413,
  'too-many-attempts': 429,
  /** More at once than a person does: asked again after a while. */
  'too-fast': 429,
  'internal-error': 500,
  /** There is no room for a file. */
  'storage-full': 507,
  /** Where files are kept is out of reach, or one is not there: that does not pass by itself. */
  'file-unreachable': 507,
  unavailable: 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemStatus;
