export interface AddressInput {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | null | undefined>;
}

/** `'GET /api/worksheets/:id'` with its params and query filled in. Empty query values are left out. */
export function addressOf(key: string, { params = {}, query = {} }: AddressInput): { method: string; url: string } {
  const [method = 'GET', path = ''] = key.split(' ');
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return { method, url: search.size > 0 ? `${filled}?${search}` : filled };
}
