import type { Worksheet, WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';

/** What was done with a worksheet last: neither saving nor saying something is a step of it. */
export const lastStep = ({ history }: Pick<Worksheet, 'history'>): WorksheetEvent | undefined =>
  history.findLast(({ action }) => action !== 'save' && action !== 'comment');
