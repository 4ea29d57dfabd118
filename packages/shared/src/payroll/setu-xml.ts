export type Node = string | number | boolean | undefined | Node[] | { [name: string]: Node };

/** Elements in the order they are named; `@` is an attribute, `#` the text beside attributes, a list is the element again. */
export function xml(name: string, node: Node): string {
  if (node === undefined) return '';
  if (Array.isArray(node)) return node.map((one) => xml(name, one)).join('');
  if (typeof node !== 'object') return `<${name}>${escaped(String(node))}</${name}>`;
  const entries = Object.entries(node).filter(([, value]) => value !== undefined);
  const attributes = entries
    .filter(([key]) => key.startsWith('@'))
    .map(([key, value]) => ` ${key.slice(1)}="${escaped(String(value))}"`);
  const inner = entries
    .filter(([key]) => !key.startsWith('@'))
    .map(([key, value]) => (key === '#' ? escaped(String(value)) : xml(key, value)));
  return `<${name}${attributes.join('')}>${inner.join('')}</${name}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"]/g, (one) => entities[one] ?? '');
