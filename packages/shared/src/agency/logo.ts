/** Largest logo, in characters of SVG. */
export const longestLogo = 60_000;

export type LogoProblem = 'logo-too-large' | 'logo-not-svg' | 'logo-not-allowed';

/**
 * Is this SVG a still picture and nothing else? Only elements that draw, no scripts or handlers, nothing fetched from elsewhere,
 * no entities. It is shown as an image, where no script would run anyway: this keeps what cannot be trusted out of the database.
 */
export function logoProblem(svg: string): LogoProblem | undefined {
  if (svg.length > longestLogo) return 'logo-too-large';
  const drawing = svg
    .trim()
    .replace(/^<\?xml[^<>]*\?>\s*/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim();
  if (!/^<svg[\s>]/.test(drawing) || !/<\/svg>$/.test(drawing)) return 'logo-not-svg';
  return isStill(drawing) ? undefined : 'logo-not-allowed';
}

/** Every `<` begins a known element with plain attributes; what is left over is text. */
function isStill(drawing: string): boolean {
  let depth = 0;
  const rest = drawing.replace(tag, (whole, closing: string, name: string, attributes: string, empty: string) => {
    if (!drawn.has(name) || !hasPlainAttributes(attributes)) return whole;
    depth += closing ? -1 : empty ? 0 : 1;
    return ' ';
  });
  return (
    depth === 0 &&
    !rest.includes('<') &&
    !fetches.test(rest) &&
    !/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(rest)
  );
}

const tag = /<(\/?)([A-Za-z][A-Za-z-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;

function hasPlainAttributes(text: string): boolean {
  for (const [, name = '', quoted = ''] of text.matchAll(/([A-Za-z_][\w:.-]*)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const value = quoted.slice(1, -1);
    if (/^on/i.test(name) || fetches.test(value)) return false;
    if (/(^|:)(href|src)$/i.test(name) && !/^#[\w-]+$/.test(value)) return false;
  }
  return true;
}

/** In a style or an attribute: an address that is not in the drawing itself, or a script. */
const fetches = /@import|expression\s*\(|javascript:|data:|url\s*\(\s*(?!['"]?#)|\\/i;

const drawn = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan style
   linearGradient radialGradient stop clipPath mask`.split(/\s+/),
);
