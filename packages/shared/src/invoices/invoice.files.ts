import type { Invoice } from './invoice.contract.ts';

type Addressed = Pick<Invoice['seller'], 'kvkNumber' | 'vatNumber'> &
  Partial<Pick<Invoice['buyer'], 'peppolId' | 'oin' | 'gln'>>;

/** Where a party is found in the network: by the address it gave, else by a number that it has (ISO 6523: 0190 OIN, 0106 KvK, 0088 GLN, 9944 VAT). */
export function electronicAddress(party: Addressed): { scheme: string; number: string } | undefined {
  const [scheme, ...number] = party.peppolId?.split(':') ?? [];
  if (scheme) return { scheme, number: number.join(':') };
  if (party.oin) return { scheme: '0190', number: party.oin };
  if (party.kvkNumber) return { scheme: '0106', number: party.kvkNumber };
  if (party.gln) return { scheme: '0088', number: party.gln };
  return party.vatNumber ? { scheme: '9944', number: party.vatNumber } : undefined;
}

/** Nobody finds a party that has no number in the network: there is no e-invoice (UBL) from or for it. */
export const canBeUbl = ({ seller, buyer }: { seller: Addressed; buyer: Addressed }): boolean =>
  [seller, buyer].every((party) => electronicAddress(party) !== undefined);
