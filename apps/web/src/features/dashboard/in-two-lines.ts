/** A period that breaks once at most, before its year: `Week 49, 2026`. */
export const inTwoLines = (period: string): string => period.replace(/ (?=.* )/g, '\u00a0');
