const key = 'konnekt.language';

/** The language that somebody used on this device last. Whoever logged in left one. */
export function keptLanguage(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepLanguage(language: string): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // not remembered, still used
  }
}
