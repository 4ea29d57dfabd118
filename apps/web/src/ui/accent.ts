/** Contrast that text needs against its background (WCAG 2.2, 1.4.3 level AA). */
export const textContrast = 4.5;

/** The darkest surface that the tints are read on in the dark scheme, and the lightest that text stands on there. */
const darkSurface = '#25292e';
const lightSurface = '#f1f3f5';

type Shades = [string, string, string, string, string, string, string, string, string, string];

/** On a colour that is bright enough to carry it; contrast from which it does so well. */
const darkText = '#16181b';
const brightFrom = 5.5;

/** What buttons and the mark are filled with, that while they are pointed at, and what stands on them. */
export interface Fill {
  fill: string;
  hover: string;
  on: string;
}

/**
 * The agency's colour where it is a surface: a bright one as it was chosen, with dark text; any other with white text, darkened
 * until that reads. In the dark scheme the latter is a little darker, so that it does not glare.
 */
export function accentFill(colour: string): Record<'light' | 'dark', Fill> {
  const base = baseOf(colour);
  if (contrast(base, darkText) >= brightFrom) {
    const bright = { fill: base, hover: mix(base, '#ffffff', 0.22), on: darkText };
    return { light: bright, dark: bright };
  }
  const shades = accentShades(base);
  return {
    light: { fill: shades[6], hover: shades[7], on: '#ffffff' },
    dark: { fill: shades[8], hover: shades[9], on: '#ffffff' },
  };
}

const baseOf = (colour: string) => (isHex(colour) ? colour : '#0b5cad');

/**
 * The agency's colour as ten shades. Shade 6 (links in light) and shade 8 carry white text,
 * 6 reads on our light surfaces, 4 (links in dark) reads on our dark ones: a colour that is too light or too dark is
 * moved until it does. Shade 0 is a wash of the colour as it was chosen, on which 6 reads. Anything that is no `#rrggbb` gives a plain blue.
 */
export function accentShades(colour: string): Shades {
  const base = baseOf(colour);
  const filled = until(base, '#000000', (one) => contrast(one, lightSurface) >= textContrast && carriesWhite(one));
  const onDark = until(base, '#ffffff', (one) => contrast(one, darkSurface) >= textContrast);
  return [
    until(mix(base, '#ffffff', 0.88), '#ffffff', (one) => contrast(filled, one) >= textContrast),
    mix(filled, '#ffffff', 0.87),
    mix(filled, '#ffffff', 0.72),
    mix(onDark, '#ffffff', 0.35),
    onDark,
    mix(filled, onDark, 0.5),
    filled,
    mix(filled, '#000000', 0.14),
    mix(filled, '#000000', 0.06),
    mix(filled, '#000000', 0.42),
  ];
}

/** The WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const carriesWhite = (colour: string) => contrast(colour, '#ffffff') >= textContrast;
const isHex = (colour: string) => /^#[0-9a-f]{6}$/i.test(colour);

/** Moves a colour towards another in small steps until it fits; the other end always fits. */
function until(colour: string, end: string, fits: (colour: string) => boolean): string {
  for (let share = 0; share < 1; share += 0.02) {
    const moved = mix(colour, end, share);
    if (fits(moved)) return moved;
  }
  return end;
}

function mix(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)];
  return `#${a.map((value, index) => hex(value + ((b[index] ?? value) - value) * share)).join('')}`;
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0');

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
