/** What kind of document it is; the words last for ever. */
export const documentCategories = [
  'collective-agreement',
  'contract',
  'manual',
  'payslip',
  'annual-statement',
  'other',
] as const;
export type DocumentCategory = (typeof documentCategories)[number];

/** Always of one person, and seen by nobody else but the office. */
export const isPersonal = (category: DocumentCategory): boolean =>
  category === 'payslip' || category === 'annual-statement';

/** Whom a document can be for, besides one organisation or one person. */
export const documentRoles = ['employee', 'supervisor'] as const;
export type DocumentRole = (typeof documentRoles)[number];

/** Which documents a list shows. Of the office also those that hold from a later day, and those that were removed; new and to confirm are each reader's own. */
export const documentViews = ['current', 'new', 'to-confirm', 'upcoming', 'past', 'removed'] as const;
export type DocumentView = (typeof documentViews)[number];

/** How far the readers of a document are. */
export const readerStates = ['opened', 'not-opened', 'confirmed', 'not-confirmed'] as const;
export type ReaderState = (typeof readerStates)[number];

/** Files that are put there at once, for one person each, at most: of their own, or in a ZIP. */
export const mostDeliveredFiles = 2000;
/** What an agency may set at most, and what holds where it set nothing. */
export const mostMegabytes = { document: 50, zip: 200 } as const;
export const usualLimits = { documentMegabytes: 25, zipMegabytes: 100 } as const;
