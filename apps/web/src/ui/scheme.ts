import { useSyncExternalStore } from 'react';

/** `auto` is as the device wants it. */
export const schemes = ['light', 'dark', 'auto'] as const;
export type Scheme = (typeof schemes)[number];

const schemeKey = 'konnekt.scheme';
/** Where it was kept before; who chose then need not again. */
const oldKey = 'mantine-color-scheme-value';

const listeners = new Set<() => void>();
let chosen: Scheme = 'auto';

/** Before the first drawing: light or dark, as chosen here or as the device wants it, and along when either changes. */
export function startScheme(): void {
  chosen = readScheme();
  showScheme();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showScheme);
  window.addEventListener('storage', ({ key }) => {
    if (key !== schemeKey) return;
    chosen = readScheme();
    showScheme();
  });
}

export function useScheme(): { scheme: Scheme; setScheme: (scheme: Scheme) => void } {
  return { scheme: useSyncExternalStore(listen, () => chosen), setScheme };
}

function setScheme(scheme: Scheme): void {
  chosen = scheme;
  try {
    localStorage.setItem(schemeKey, scheme);
  } catch {
    // not remembered, still switched
  }
  showScheme();
}

function showScheme(): void {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.scheme = chosen === 'auto' ? (isDark ? 'dark' : 'light') : chosen;
  for (const listener of listeners) listener();
}

function readScheme(): Scheme {
  try {
    const kept = localStorage.getItem(schemeKey) ?? localStorage.getItem(oldKey);
    return schemes.find((scheme) => scheme === kept) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
