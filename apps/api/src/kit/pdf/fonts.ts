import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

const require = createRequire(import.meta.url);

/** The type that pages are set in, and what stands in for it in other scripts: the same on every machine, never what is installed there. */
export const fontFiles = [
  require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf'),
];

/** As the page asks for them, the first that has a letter. */
export const fontNames = ['Inter', 'Noto Sans Arabic', 'Noto Sans Devanagari', 'Noto Sans Hebrew', 'Noto Sans Thai'];

let opened: Font[] | undefined;

/**
 * The text with a box for every sign that none of the fonts has, such as an emoji: a page to be kept for years holds no sign that cannot be
 * drawn, and an invoice is never refused for one. The file for the bookkeeping keeps what was written.
 */
export function printable(text: string): string {
  if (/^[\t\n\r -~\u00a0-\u017f\u2010-\u2026\u20ac]*$/.test(text)) return text;
  opened ??= fontFiles.map((file) => openSync(file) as Font);
  const fonts = opened;
  // Signs that everybody may give a meaning of their own are in some fonts, and in no document that is kept.
  const isDrawn = (sign: string) =>
    !/\p{Co}/u.test(sign) &&
    [...sign].every((one) => fonts.some((font) => font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)));
  return [...new Intl.Segmenter().segment(text)]
    .map(({ segment }) => segment.replace(/(?![\t\n\r])\p{Cc}|\p{Default_Ignorable_Code_Point}/gu, ''))
    .map((sign) => (/^\s$/.test(sign) || isDrawn(sign) ? sign : '□'))
    .join('');
}

/**
 * The same for text that no page can be set with after all: marks of one script upon signs of another are drawn by a font that lacks them. What
 * is not Latin, Greek or Cyrillic is a box then.
 */
export const plain = (text: string): string =>
  printable(text.normalize('NFC').replace(/\p{M}/gu, '')).replace(
    /[^\t\n\r\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/gu,
    '□',
  );
