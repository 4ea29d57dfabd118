import { SaxesParser, type SaxesTagNS } from 'saxes';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A drawing written anew with nothing in it but what draws: only elements and attributes of the lists below, nothing that runs, nothing that
 * is fetched, no other vocabularies, no declarations and no entities of its own. Undefined where it is no drawing at all: not
 * well-formed, or something else than SVG. Read by a real XML parser, so that what we judge is what a browser sees.
 */
export function cleanSvg(source: string): string | undefined {
  try {
    return rewrite(source);
  } catch {
    return undefined; // what the parser says is about the file of somebody else, of no use to anybody
  }
}

function rewrite(source: string): string | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const written: string[] = [];
  const open: Open[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    const element = judged(tag, parent);
    open.push(element);
    if (element.isWritten) written.push(`<${tag.local}${parent ? '' : ` xmlns="${SVG}"`}${attributesOf(tag)}>`);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && !fetches.test(element.css)) written.push(escaped(element.css));
    if (element?.isWritten) written.push(`</${element.name}>`);
  });
  const text = (content: string) => {
    const element = open.at(-1);
    if (!element?.isWritten || !withText.has(element.name)) return;
    if (element.name === 'style') element.css += content;
    else written.push(escaped(content));
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(source).close();
  return written[0]?.startsWith('<svg ') ? written.join('') : undefined;
}

interface Open {
  name: string;
  isWritten: boolean;
  /** Nothing below it is written either. */
  isDropped: boolean;
  /** It or one above it has an id, by which it could be used again. */
  isNamed: boolean;
  /** What is in a style: judged whole, so that nothing is spelled in parts. */
  css: string;
}

/** Links are left out, and what they are around stays; all else that is not drawn goes with what is in it. */
function judged({ local, uri, attributes }: SaxesTagNS, parent: Open | undefined): Open {
  const isNamed = Boolean(parent && (parent.isNamed || attributes.id));
  const isSvg = (uri === SVG || uri === '') && (parent ? drawn.has(local) || local === 'a' : local === 'svg');
  // Uses of uses double with each: a few lines that would take a browser for ever.
  const isDropped = parent?.isDropped || !isSvg || (local === 'use' && isNamed);
  return { name: local, isWritten: !isDropped && local !== 'a', isDropped, isNamed, css: '' };
}

function attributesOf({ attributes }: SaxesTagNS): string {
  return Object.values(attributes)
    .filter(({ local, uri, value }) => isPlain(local, uri, value))
    .map(({ local, value }) => ` ${local}="${escaped(value)}"`)
    .join('');
}

function isPlain(name: string, uri: string, value: string): boolean {
  if (name === 'href') return (uri === '' || uri === XLINK) && /^#[\w-]+$/.test(value);
  return uri === '' && plain.has(name) && !fetches.test(value);
}

const XLINK = 'http://www.w3.org/1999/xlink';

/** In a style or an attribute: an address that is not in the drawing itself, a script, or an escape that could spell one. */
const fetches = /@import|@font-face|expression\s*\(|javascript:|data:|image-set|src\s*\(|url\s*\(\s*(?!['"]?#)|\\/i;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

const withText = words('title desc text tspan style');
const drawn = words(`
  svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop
  clipPath mask filter feBlend feColorMatrix feComposite feDropShadow feFlood feGaussianBlur feMerge feMergeNode feOffset`);
const plain = words(`
  id class style transform opacity display visibility overflow color viewBox preserveAspectRatio version width height x y x1 y1 x2 y2 cx cy r
  rx ry fx fy fr d points dx dy rotate textLength lengthAdjust pathLength offset gradientUnits gradientTransform spreadMethod clipPathUnits
  maskUnits maskContentUnits filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 stdDeviation edgeMode
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray
  stroke-dashoffset stop-color stop-opacity clip-path clip-rule mask filter flood-color flood-opacity color-interpolation
  color-interpolation-filters paint-order vector-effect shape-rendering text-rendering mix-blend-mode isolation font-family font-size
  font-style font-weight font-stretch font-variant letter-spacing word-spacing text-anchor text-decoration dominant-baseline
  alignment-baseline baseline-shift`);
