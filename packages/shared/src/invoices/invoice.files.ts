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

export type UblProfile = 'peppol' | 'nlcius' | 'nlcius-g-account';

/**
 * The rules that its e-invoice follows: the network's, or the Dutch ones where the client asks for them; these can split an invoice over two
 * accounts. A credit note is not paid, and has no split.
 */
export const ublProfile = ({
  document,
  kind,
  gAccountCents,
  seller,
}: Pick<Invoice, 'document' | 'kind' | 'gAccountCents' | 'seller'>): UblProfile => {
  if (document !== 'nlcius') return 'peppol';
  return kind === 'invoice' && gAccountCents > 0 && seller.gAccountIban && seller.iban ? 'nlcius-g-account' : 'nlcius';
};

/** What a client gets beside the PDF, or why there is nothing. */
export const eInvoiceOf = (invoice: Invoice): UblProfile | 'pdf' | 'no-number' => {
  if (!canBeUbl(invoice)) return 'no-number';
  return invoice.document === 'pdf' ? 'pdf' : ublProfile(invoice);
};
