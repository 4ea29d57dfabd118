import { plainDecimal } from '@konnekt/shared/basics/money';

/** An element that holds others. */
export const group = (name: string, ...parts: string[]): string => `<${name}>${parts.join('')}</${name}>`;

/** An element that holds a text. */
export function tag(name: string, text: string, attributes: Record<string, string> = {}): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>${escaped(text)}</${name}>`;
}

/** The element, or none where there is no text. */
export const maybe = (name: string, text: string | null | undefined): string[] => (text ? [tag(name, text)] : []);

export const amount = (name: string, cents: number): string => tag(name, plainDecimal(cents), { currencyID: 'EUR' });

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** XML knows hardly any control character. */
const escaped = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
