import { accentShades } from './accent.ts';

/** Draws everything in the agency's colour. */
export function takeAccent(colour: string): void {
  accentShades(colour).forEach((shade, n) => {
    document.documentElement.style.setProperty(`--k-accent-${n}`, shade);
  });
}
