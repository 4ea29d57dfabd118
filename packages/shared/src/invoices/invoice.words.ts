/** The file for the client's bookkeeping; `pdf` is none beside the PDF. */
export const invoiceDocuments = ['peppol', 'nlcius', 'pdf'] as const;

/** Invoices in one file. */
export const mostFiles = 100;
