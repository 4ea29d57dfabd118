import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { accentShades } from './accent.ts';

// Greys a little bluer and, from 3 on, lighter than Mantine's own: dimmed text must read on every dark surface.
const dark: MantineColorsTuple = [
  '#e4e7eb',
  '#c9ced4',
  '#a3abb4',
  '#8b949e',
  '#3f464e',
  '#30363d',
  '#25292e',
  '#1c2024',
  '#15181b',
  '#0f1113',
];

/** The look of the product, in the agency's colour. */
export const themeFor = (accentColour: string) =>
  createTheme({
    colors: { accent: accentShades(accentColour), dark },
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 8 },
    black: '#1a1f24',
    defaultRadius: 'md',
    radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
    fontFamily: "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.375rem', lineHeight: '1.3' },
        h2: { fontSize: '1rem', lineHeight: '1.4' },
        h3: { fontSize: '0.875rem', lineHeight: '1.45' },
      },
    },
    respectReducedMotion: true,
    cursorType: 'pointer',
  });

/** Mantine's dimmed, error and placeholder colours and field borders do not reach WCAG AA; ours do. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1a1f24',
    '--mantine-color-dimmed': '#59636e',
    '--mantine-color-placeholder': '#6b7580',
    '--mantine-color-error': '#c01f2e',
    '--mantine-color-default-border': '#868e96',
    '--k-canvas': '#f6f7f9',
    '--k-surface': '#ffffff',
    '--k-surface-2': '#f6f7f9',
    '--k-hover': '#f1f3f5',
    '--k-line': '#e3e6ea',
    '--k-line-strong': '#cdd3d9',
    '--k-accent-text': 'var(--mantine-color-accent-6)',
    '--k-accent-wash': 'var(--mantine-color-accent-0)',
    '--k-warn': '#8f4e00',
    '--k-warn-wash': '#fff4e0',
    '--k-bad': '#b3192a',
    '--k-bad-wash': '#fdecee',
    '--k-good': '#1b6b3a',
    '--k-good-wash': '#e7f5ec',
    '--k-info': '#215a94',
    '--k-info-wash': '#e8f1fa',
    '--k-shadow': '0 1px 2px rgb(16 24 40 / 5%)',
    '--k-shadow-up': '0 6px 24px rgb(16 24 40 / 14%), 0 1px 3px rgb(16 24 40 / 10%)',
  },
  dark: {
    '--mantine-color-text': '#e4e7eb',
    '--mantine-color-dimmed': '#a3abb4',
    '--mantine-color-placeholder': '#98a1ab',
    '--mantine-color-error': '#ff8a8f',
    '--mantine-color-default-border': '#7b8590',
    '--k-canvas': '#121518',
    '--k-surface': '#1c2024',
    '--k-surface-2': '#22272c',
    '--k-hover': '#262b31',
    '--k-line': '#2f353b',
    '--k-line-strong': '#454c54',
    '--k-accent-text': 'var(--mantine-color-accent-3)',
    '--k-accent-wash': 'color-mix(in srgb, var(--mantine-color-accent-6) 18%, #1c2024)',
    '--k-warn': '#ffc078',
    '--k-warn-wash': '#3a2b14',
    '--k-bad': '#ff9a9e',
    '--k-bad-wash': '#40191d',
    '--k-good': '#7fd8a0',
    '--k-good-wash': '#14301f',
    '--k-info': '#8fc3f5',
    '--k-info-wash': '#152c42',
    '--k-shadow': '0 1px 2px rgb(0 0 0 / 30%)',
    '--k-shadow-up': '0 6px 24px rgb(0 0 0 / 45%), 0 1px 3px rgb(0 0 0 / 40%)',
  },
});
