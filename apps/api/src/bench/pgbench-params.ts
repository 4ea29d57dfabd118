/** `$1` becomes the variable of that parameter; pgbench has none for NULL. A colon in a text would look like one. */
export function withVariables(text: string, before: number, params: (string | null)[]): string {
  return text
    .replace(/'(?:[^']|'')*'/g, (literal) =>
      literal.includes(':') ? `E${literal.replaceAll('\\', '\\\\').replaceAll(':', '\\x3a')}` : literal,
    )
    .replace(/\$(\d+)/g, (_, number) => {
      const at = before + Number(number) - 1;
      return params[at] === null ? 'NULL' : `:p${at}`;
    });
}

/** As pg sends a value to the database. */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return `{${value.map(asElement).join(',')}}`;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function asElement(value: unknown): string {
  if (Array.isArray(value)) return asText(value) ?? 'NULL';
  const text = asText(value);
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
