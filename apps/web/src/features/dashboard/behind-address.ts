import type { BehindNumber } from '@konnekt/shared/dashboard/dashboard.words';
import { paths } from '../../kit/address/paths.ts';

interface Behind {
  show: BehindNumber;
  type?: string | undefined;
  /** The first day of a period. */
  from?: string | undefined;
  organisation?: string | undefined;
  employee?: string | undefined;
  /** Approved after so many hours, and in less than so many. */
  after?: number | undefined;
  within?: number | null | undefined;
}

/** The list behind a number. */
export function behindAddress(of: Behind): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(of))
    if (value !== undefined && value !== null && value !== '' && value !== 'week') params.set(name, String(value));
  return `${paths.behindDashboard}?${params}`;
}
