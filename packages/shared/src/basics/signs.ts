/** Below zero, where a number is read; in fields and files stands the hyphen that people type. */
export const minus = '−';

/** `1234567` as `1.234.567` */
export const inThousands = (whole: number | string, language: 'nl' | 'en'): string =>
  String(whole).replace(/\B(?=(\d{3})+$)/g, language === 'nl' ? '.' : ',');
