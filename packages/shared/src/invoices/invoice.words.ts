/** The file for the client's bookkeeping; `pdf` is none beside the PDF. */
export const invoiceDocuments = ['peppol', 'nlcius', 'pdf'] as const;

/** Invoices in one file. */
export const mostFiles = 100;
/** Why an invoice is not mailed. */
export const notSent = ['not-found', 'not-final', 'no-address', 'already-sent', 'on-its-way'] as const;
export type NotSent = (typeof notSent)[number];

/** Whether an invoice was mailed: the last mail of it. */
export const sendingStates = ['not-sent', 'on-its-way', 'sent', 'failed'] as const;
export type SendingState = (typeof sendingStates)[number];
