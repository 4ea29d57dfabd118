import { describe, expect, it } from 'vitest';
import { logoProblem, longestLogo } from './logo.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>${inside}</svg>`;

describe('a logo', () => {
  it('is a drawing, with or without the words that editors put around it', () => {
    expect(logoProblem(svg('<path d="M0 0h10v10z"/>'))).toBeUndefined();
    expect(
      logoProblem(
        `<?xml version="1.0" encoding="UTF-8"?>\n<!-- by an editor -->\n${svg(
          `<style>.a { fill: url(#b) }</style><defs><linearGradient id='b'><stop offset="0" stop-color="#0b6e6e"/></linearGradient></defs>
           <g class="a"><text x="1" y="2">Vlot &amp; Co</text><use href="#c"/></g>`,
        )}\n`,
      ),
    ).toBeUndefined();
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<path d="M0 0" onclick="alert(1)"/>')],
    ['a handler at the top', svg('', ' onload="alert(1)"')],
    ['HTML inside', svg('<foreignObject><p>x</p></foreignObject>')],
    ['a picture from elsewhere', svg('<image href="https://x.example/a.png"/>')],
    ['a reference to elsewhere', svg('<use xlink:href="https://x.example/a.svg#b"/>')],
    ['a script address', svg('<use href="javascript:alert(1)"/>')],
    ['a style from elsewhere', svg('<style>@import "https://x.example/a.css";</style>')],
    ['a style that fetches', svg('<rect style="fill: url(https://x.example/a)"/>')],
    ['an entity', svg('<text>&xxe;</text>')],
    ['a document type', svg('<!DOCTYPE svg>')],
    ['movement that could set a handler', svg('<set attributeName="onclick" to="alert(1)"/>')],
    ['a tag that never ends', svg('<g><path d="M0 0"')],
    ['an element left open', svg('<g>')],
  ])('with %s is refused', (_, text) => {
    expect(logoProblem(text)).toBe('logo-not-allowed');
  });

  it('is SVG, and not too large', () => {
    expect(logoProblem('GIF89a')).toBe('logo-not-svg');
    expect(logoProblem('<html></html>')).toBe('logo-not-svg');
    expect(logoProblem(svg(' '.repeat(longestLogo)))).toBe('logo-too-large');
  });
});
