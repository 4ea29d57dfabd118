/** The file for the client's bookkeeping; `pdf` is none beside the PDF. */
export const invoiceDocuments = ['peppol', 'nlcius', 'pdf'] as const;

/** What a client gets an invoice each for. */
export const invoicePers = ['organisation', 'budget-number', 'order', 'cost-centre', 'employee'] as const;
export type InvoicePer = (typeof invoicePers)[number];

/** Which dates an invoice can have, in days from today: a year back, to make up for what was forgotten, and a month ahead. */
export const invoiceDays = { back: 366, ahead: 31 } as const;

/** Invoices in one file. */
export const mostFiles = 100;
/** Why an invoice is not mailed. */
export const notSent = ['not-found', 'not-final', 'no-address', 'already-sent', 'on-its-way'] as const;
export type NotSent = (typeof notSent)[number];

/** Whether an invoice was mailed: the last mail of it. */
export const sendingStates = ['not-sent', 'on-its-way', 'sent', 'failed'] as const;

/** What became of money that came in: it is for invoices, somebody has to look at it, or it is for none. */
export const bankEntryStates = ['booked', 'doubtful', 'aside'] as const;

/** What lists are narrowed down by: something is open of it, it is late, or nothing is. */
export const paymentStates = ['open', 'overdue', 'paid'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** What stands before the year in invoice numbers. */
export const longestSeries = 8;
/** Figures of the number that counts on. */
export const numberDigits = { least: 3, most: 9 } as const;
