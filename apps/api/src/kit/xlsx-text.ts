/**
 * Text as a workbook holds it (ECMA-376, 22.9.2.19): a character that XML does not know, such as the CR of a line break, is `_x000D_`, and a
 * text that holds such an escape says of its underscore that it is one: `_x005F_x000D_`.
 */
export const xlsxText = (text: string): string => text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');

/** What such a text says. */
export const textOfXlsx = (held: string): string =>
  held.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
