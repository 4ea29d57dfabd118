import { z } from 'zod';
import {
  compact,
  isGln,
  isIban,
  isKvkNumber,
  isOin,
  isPeppolId,
  isVatNumber,
  writtenPostcode,
} from './business-numbers.ts';
import { isCountry } from './countries.ts';
import { zLanguage, zLine } from './fields.ts';
import { isPhone, longest, mostRateCents } from './text-rules.ts';

/** How people and businesses are reached and known. Each says with its own code what is wrong; kept as it is written. */
export const zPhone = zLine(longest.phone).refine(isPhone, { params: { code: 'phone' } });
export const zKvkNumber = zLine(longest.kvkNumber)
  .overwrite(compact)
  .refine(isKvkNumber, { params: { code: 'kvk-number' } });
export const zVatNumber = zLine(longest.vatNumber)
  .overwrite(compact)
  .refine(isVatNumber, { params: { code: 'vat-number' } });
export const zIban = zLine(longest.iban)
  .overwrite(compact)
  .refine(isIban, { params: { code: 'iban' } });
export const zOin = zLine(longest.oin)
  .overwrite(compact)
  .refine(isOin, { params: { code: 'oin' } });
export const zGln = zLine(longest.gln)
  .overwrite(compact)
  .refine(isGln, { params: { code: 'gln' } });
export const zPeppolId = zLine(longest.peppolId)
  .overwrite((text) => text.replace(/\s/g, ''))
  .refine(isPeppolId, { params: { code: 'peppol-id' } });
export const zPostcode = zLine(longest.postcode).overwrite(writtenPostcode);
/** ISO 3166-1, two letters. */
export const zCountry = z.string().refine(isCountry);

/** A rate per hour, in whole cents. */
export const zRateCents = z.int().min(0).max(mostRateCents).describe('Whole cents per hour');
/** A share in hundredths of a percent: 2500 is 25 %. */
export const zBasisPoints = z.int().min(0).describe('Hundredths of a percent');

/** A name in Dutch parts; see person-name.ts. */
export const zNameParts = {
  firstName: zLine(longest.name),
  prefix: zLine(longest.prefix).nullable().default(null),
  lastName: zLine(longest.name),
};

/** Who somebody is and how they are reached, as it is kept. */
export const zKeptPerson = {
  firstName: z.string(),
  prefix: z.string().nullable(),
  lastName: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  language: zLanguage,
  phone: z.string().nullable(),
};

const hasValidityInOrder = ({ validFrom, validUntil }: { validFrom?: string | null; validUntil?: string | null }) =>
  !validFrom || !validUntil || validUntil >= validFrom;
/** From–until, both included: the end is not before the start. */
export const inOrder = <T extends z.ZodType<{ validFrom?: string | null; validUntil?: string | null }>>(schema: T) =>
  schema.refine(hasValidityInOrder, { path: ['validUntil'], params: { code: 'before-start' } });
