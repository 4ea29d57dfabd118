import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSvg } from './svg.ts';

const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">';
const svg = (inside: string) => `${open}${inside}</svg>`;

describe('a drawing', () => {
  it('keeps what draws, and comes out of a second cleaning the same', () => {
    const drawing = svg(
      `<style>.a { fill: url(#b) }</style><defs><linearGradient id="b"><stop offset="0" stop-color="#0b6e6e"></stop></linearGradient></defs><g class="a" transform="scale(2)"><text x="1" y="2">Vlot &amp; Co</text><use href="#b"></use></g>`,
    );
    expect(cleanSvg(drawing)).toBe(drawing);
  });

  it('loses what editors put around it', () => {
    const source = `<?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><!-- by an editor -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/ns"
        viewBox="0 0 10 10" inkscape:version="1"><metadata>x</metadata><inkscape:view/><use xlink:href="#a"/><a href="https://x.example"><path d="M0 0"/></a></svg>`;
    expect(cleanSvg(source)).toBe(svg('<use href="#a"></use><path d="M0 0"></path>'));
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in CDATA', '<script><![CDATA[alert(1)]]></script>'],
    ['a script under another prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'],
    ['HTML inside', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'],
    ['a picture from elsewhere', '<image href="https://x.example/a.png"/>'],
    ['a picture within', '<image href="data:image/png;base64,AAAA"/>'],
    ['movement that could set a handler', '<set attributeName="onclick" to="alert(1)"/>'],
    ['an animated address', '<animate attributeName="href" values="javascript:alert(1)"/>'],
    ['uses of uses', '<g id="a"><use href="#b"/></g>'],
  ])('loses %s', (_, inside) => {
    const cleaned = cleanSvg(svg(inside)) ?? '';
    expect(cleaned).toMatch(/^<svg [^>]*>(<g id="a"><\/g>)?<\/svg>$/);
  });

  it.each([
    ['a handler', '<path onclick="alert(1)"/>'],
    ['a reference to elsewhere', '<use href="https://x.example/a.svg#b"/>'],
    ['a script address', '<use href="javascript:alert(1)"/>'],
    ['a style that fetches', '<rect style="fill: url(https://x.example/a)"/>'],
    ['an escaped style', String.raw`<rect style="fill: u\72l(//x.example)"/>`],
    ['a mark of another vocabulary', '<rect x:onload="1" xmlns:x="urn:x"/>'],
    ['a style sheet spelled in parts', '<style>@im<!-- -->port<![CDATA[ "https://x.example/a.css"]]>;</style>'],
    ['a style sheet from elsewhere', '<style>@import "https://x.example/a.css";</style>'],
  ])('keeps the element of %s, without it', (_, inside) => {
    expect(cleanSvg(svg(inside))).toMatch(/^<svg [^>]*><(path|use|rect|style)><\/\1><\/svg>$/);
  });

  it.each([
    ['another language', '<html></html>'],
    ['SVG of another vocabulary', '<svg xmlns="urn:x"></svg>'],
    ['an element left open', `${open}<g></svg>`],
    ['an entity', svg('<text>&xxe;</text>')],
    ['an entity of its own', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>&a;</text>')}`],
    ['words', 'GIF89a'],
    ['nothing', ''],
  ])('is none: %s', (_, source) => expect(cleanSvg(source)).toBeUndefined());

  it('is cleaned to the same once more, whatever stood in it', () => {
    const part = fc.constantFrom(
      '<g>',
      '</g>',
      '<script>',
      '</script>',
      'x',
      '&amp;',
      ' onload="a"',
      '<a>',
      '</a>',
      '<![CDATA[<b>]]>',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const cleaned = cleanSvg(svg(parts.join('')));
        if (cleaned === undefined) return;
        expect(cleaned).not.toMatch(/script|onload=/);
        expect(cleanSvg(cleaned)).toBe(cleaned);
      }),
    );
  });
});
