import { idIn, useAddress } from '../../kit/address/use-address.ts';

/** What the address says that a new message is about. */
export interface AskedAbout {
  worksheetId: string | null;
  invoiceId: string | null;
  invoiceLineId: string | null;
}

export function useAskedAbout(): AskedAbout {
  const address = useAddress();
  return {
    worksheetId: idIn(address.read('worksheet')) ?? null,
    invoiceId: idIn(address.read('invoice')) ?? null,
    invoiceLineId: idIn(address.read('line')) ?? null,
  };
}

/** By which what is being written of it is kept. */
export const aboutIdOf = ({ worksheetId, invoiceId, invoiceLineId }: AskedAbout): string | null =>
  worksheetId ?? (invoiceId && (invoiceLineId ?? invoiceId));
