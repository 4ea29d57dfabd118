/** Rules of typed text that forms (by schemas) and files (by cells) read alike. Without zod: screens use them, too. */

/** Longest texts, in characters. */
export const longest = {
  recordNumber: 40,
  name: 100,
  prefix: 30,
  organisationName: 200,
  street: 200,
  city: 100,
  phone: 40,
  postcode: 12,
  functionName: 120,
  budgetNumber: 50,
  fileName: 200,
  /** Of a budget number. */
  description: 200,
  /** RFC 5321, 4.5.3.1.3, less the two brackets around it. */
  email: 254,
  userName: 100,
  agencyName: 80,
  contactName: 120,
  /** What a contact person is asked about. */
  contactRole: 80,
  hourTypeCode: 12,
  hourTypeName: 60,
  payrollCode: 20,
  /** As they are typed, with spaces and dots between. */
  kvkNumber: 20,
  vatNumber: 30,
  iban: 60,
  oin: 30,
  gln: 20,
  peppolId: 60,
  /** Of a client, on its invoices. */
  reference: 50,
  /** Of one line of hours, and of a whole worksheet. */
  lineRemark: 500,
  sheetRemark: 1000,
  comment: 1000,
  /** Why hours come back. */
  reason: 1000,
  /** What is agreed to by approving. */
  approvalText: 1000,
  /** What a thread is about, and one message of it. */
  threadTitle: 120,
  message: 5000,
  documentName: 150,
  /** What the office keeps in mind of a record. */
  notes: 2000,
  project: 100,
  /** Of a CAO. */
  phase: 20,
  search: 100,
} as const;

/** Longest numbers as they are typed, in characters: more is a slip of the finger, and the schema judges the number itself. */
export const longestTyped = { share: 8, amount: 10, order: 4, days: 3, clock: 8, hours: 8, cell: 20 } as const;

/** A rate per hour, kilometre or piece, at most, in cents. */
export const mostRateCents = 1_000_000;

/** Days that a client may take to pay, at most. */
export const longestPaymentTerm = 120;

/** Persons of a client to ask for, at most (the database holds the same). */
export const mostContacts = 10;

/** Most minutes that are agreed per week: all of them. */
export const mostPlannedMinutes = 7 * 24 * 60;

/** A telephone number as people write it: six digits or more, with spaces and `+ ( ) . / -` between them. */
export const isPhone = (text: string): boolean =>
  text.length <= longest.phone && /^[+(\d][+()\d\s./-]*$/.test(text) && text.replace(/\D/g, '').length >= 6;
