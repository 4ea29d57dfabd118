import type { Invoice } from './invoice.contract.ts';

/** Nobody finds a party that has neither number in the network: there is no e-invoice (UBL) from or for it. */
export const canBeUbl = ({ seller, buyer }: Pick<Invoice, 'seller' | 'buyer'>): boolean =>
  [seller, buyer].every(({ kvkNumber, vatNumber }) => kvkNumber !== null || vatNumber !== null);
