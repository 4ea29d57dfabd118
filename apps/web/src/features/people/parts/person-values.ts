import type { Language } from '@konnekt/shared/basics/actor';
import { textOrNull } from '../../../kit/form/typed-values.ts';

interface Stored {
  firstName: string;
  prefix: string | null;
  lastName: string;
  email: string | null;
  language: Language;
  phone: string | null;
}

/** Who somebody is and how they are reached, or nothing of it yet, as texts. */
export const personForm = (stored?: Stored) => ({
  firstName: stored?.firstName ?? '',
  prefix: stored?.prefix ?? '',
  lastName: stored?.lastName ?? '',
  email: stored?.email ?? '',
  language: stored?.language ?? ('nl' as const),
  phone: stored?.phone ?? '',
});

/** What of it may be left empty, but the address: not everybody may do without. */
export const personBody = ({ prefix, phone }: { prefix: string; phone: string }) => ({
  prefix: textOrNull(prefix),
  phone: textOrNull(phone),
});
