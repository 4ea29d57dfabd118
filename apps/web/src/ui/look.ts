import { accentFill, accentShades } from './accent.ts';

/** Draws everything in the agency's colour. */
export function takeAccent(colour: string): void {
  const { style } = document.documentElement;
  accentShades(colour).forEach((shade, n) => {
    style.setProperty(`--k-accent-${n}`, shade);
  });
  for (const [scheme, { fill, hover, on }] of Object.entries(accentFill(colour))) {
    style.setProperty(`--k-fill-${scheme}`, fill);
    style.setProperty(`--k-fill-hover-${scheme}`, hover);
    style.setProperty(`--k-on-fill-${scheme}`, on);
  }
}
