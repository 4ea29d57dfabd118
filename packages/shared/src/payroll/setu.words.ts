/** SETU Timecard 2.0 in its two forms, and 1.4 (HR-XML). */
export const timecardForms = ['2.0-json', '2.0-xml', '1.4-xml'] as const;
export type TimecardForm = (typeof timecardForms)[number];
