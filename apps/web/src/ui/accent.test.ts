import { describe, expect, it } from 'vitest';
import { accentFill, accentShades, contrast, textContrast } from './accent.ts';

describe('the accent', () => {
  const steps = ['00', '33', '66', '99', 'cc', 'ff'];
  const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));

  it('carries white text on its buttons, whatever colour an agency chose', () => {
    for (const colour of colours) {
      const shades = accentShades(colour);
      for (const shade of [shades[6], shades[7], shades[8]]) {
        expect(contrast(shade, '#ffffff'), colour).toBeGreaterThanOrEqual(textContrast);
      }
    }
  });

  it('carries its own text as a surface, in both schemes', () => {
    for (const colour of colours) {
      for (const { fill, hover, on } of Object.values(accentFill(colour))) {
        expect(contrast(fill, on), colour).toBeGreaterThanOrEqual(textContrast);
        expect(contrast(hover, on), colour).toBeGreaterThanOrEqual(textContrast);
      }
    }
  });

  it('is as it was chosen where it is bright, with dark text on it', () => {
    for (const colour of ['#ffd400', '#ff8c1a', '#7ed957', '#ffffff']) {
      const { light, dark } = accentFill(colour);
      expect([light.fill, dark.fill]).toEqual([colour, colour]);
      expect(light.on).not.toBe('#ffffff');
    }
    expect(accentFill('#0b5cad').light).toMatchObject({ fill: '#0b5cad', on: '#ffffff' });
  });

  it('is readable on its own wash', () => {
    for (const colour of colours) {
      const shades = accentShades(colour);
      expect(contrast(shades[6], shades[0]), colour).toBeGreaterThanOrEqual(textContrast);
    }
  });

  it('is readable as a link on the surfaces of both schemes', () => {
    for (const colour of colours) {
      const shades = accentShades(colour);
      expect(contrast(shades[6], '#f1f3f5'), colour).toBeGreaterThanOrEqual(textContrast);
      expect(contrast(shades[4], '#25292e'), colour).toBeGreaterThanOrEqual(textContrast);
    }
  });

  it('leaves a colour alone that is good as it is', () => {
    expect(accentShades('#0b5cad')[6]).toBe('#0b5cad');
  });

  it('takes a plain blue for what is no colour', () => {
    expect(accentShades('url(evil)')).toEqual(accentShades('#0b5cad'));
  });
});
