import { type Sql, sql } from '#api/kit/sql';

/** Where a client `o` has its invoices: the invoice address, else the postal address, else where it is. Each is taken whole. */
const onInvoices = (invoice: Sql, postal: Sql, own: Sql): Sql =>
  sql`CASE WHEN o.invoice_street IS NOT NULL THEN ${invoice} WHEN o.postal_street IS NOT NULL THEN ${postal} ELSE ${own} END`;

export const invoiceAddress = {
  street: onInvoices(sql`o.invoice_street`, sql`o.postal_street`, sql`o.street`),
  postcode: onInvoices(sql`o.invoice_postcode`, sql`o.postal_postcode`, sql`o.postcode`),
  city: onInvoices(sql`o.invoice_city`, sql`o.postal_city`, sql`o.city`),
};
