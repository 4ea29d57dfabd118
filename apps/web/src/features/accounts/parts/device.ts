/** Browser and system of a user agent, as far as people tell them apart; nothing where it is something else. */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | undefined {
  const text = userAgent ?? '';
  const browser = find(text, [
    ['Edge', /Edg\//],
    ['Opera', /OPR\//],
    ['Samsung Internet', /SamsungBrowser\//],
    ['Firefox', /Firefox\/|FxiOS\//],
    ['Chrome', /Chrome\/|CriOS\//],
    ['Safari', /Safari\//],
  ]);
  const system = find(text, [
    ['iPhone', /iPhone/],
    ['iPad', /iPad/],
    ['Android', /Android/],
    ['Windows', /Windows/],
    ['macOS', /Mac OS X/],
    ['ChromeOS', /CrOS/],
    ['Linux', /Linux/],
  ]);
  return browser && system ? { browser, system } : undefined;
}

const find = (text: string, names: [string, RegExp][]) => names.find(([, shape]) => shape.test(text))?.[0];
