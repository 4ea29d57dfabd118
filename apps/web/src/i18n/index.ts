import type { Language } from '@konnekt/shared/basics/actor';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keepLanguage, keptLanguage } from '../kit/storage/kept-language.ts';
import { readSessionHint } from '../kit/storage/session-hint.ts';
import { isTexts, type Texts, textFiles } from './text-files.ts';

/** Fetched when a screen needs them, and only in the language in use. */
const files = import.meta.glob<Record<string, object>>(['./en/files/*.ts', './nl/files/*.ts']);

export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use({
      type: 'backend' as const,
      read: async (language: string, namespace: string) => {
        const load = isTexts(namespace) && files[`./${language}/files/${textFiles[namespace]}.ts`];
        const texts = load && (await load())[namespace];
        if (!texts) throw new Error(`No texts ${language}/${namespace}`);
        return texts;
      },
    })
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      supportedLngs: ['nl', 'en'],
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false }, // React escapes
      react: { useSuspense: false },
      saveMissing: import.meta.env.DEV,
      missingKeyHandler: (languages, namespace, key) => {
        throw new Error(`No text ${languages.join()} ${namespace}:${key}`);
      },
    });
}

/** Fetches the texts of features; a route does this together with its code. Without them there is no screen: never bare keys. */
export async function loadTexts(...namespaces: Texts[]): Promise<void> {
  await fetchTexts(i18next.language, namespaces);
  await i18next.loadNamespaces(namespaces);
}

/**
 * Switches every text on screen, and remembers it on this device for the log-in screen. False where the texts could not be fetched, offline
 * or after an update: then the language stays as it is.
 */
export async function setLanguage(language: Language): Promise<boolean> {
  if (i18next.language !== language) {
    const used = [i18next.options.ns ?? []].flat().filter(isTexts);
    try {
      await fetchTexts(language, used);
    } catch {
      return false;
    }
    await i18next.changeLanguage(language);
  }
  keepLanguage(language);
  return true;
}

async function fetchTexts(language: string, namespaces: readonly Texts[]): Promise<void> {
  const missing = namespaces.filter((namespace) => !i18next.hasResourceBundle(language, namespace));
  const names = new Set(missing.map((namespace) => textFiles[namespace]));
  const loaded = await Promise.all([...names].map((name) => files[`./${language}/files/${name}.ts`]?.()));
  for (const [namespace, texts] of loaded.flatMap((file) => Object.entries(file ?? {})))
    i18next.addResourceBundle(language, namespace, texts);
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'nl');

/** The one that the server begins to send (apps/api/src/pages/web-page.ts): of who is logged in, else of the device. */
function firstLanguage(): Language {
  const wanted = [readSessionHint().language, keptLanguage(), ...navigator.languages].map((one) => one?.slice(0, 2));
  return wanted.find((one) => one === 'nl' || one === 'en') ?? 'nl';
}
