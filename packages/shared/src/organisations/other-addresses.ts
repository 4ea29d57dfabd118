/** A client's addresses besides the one where it is: each is a street or a box and a town, or nothing. */
export const otherAddresses = [
  { street: 'postalStreet', postcode: 'postalPostcode', city: 'postalCity' },
  { street: 'invoiceStreet', postcode: 'invoicePostcode', city: 'invoiceCity' },
] as const;
