import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zFixed, zLine, zText } from './fields.ts';
import { cleanLine, cleanText, lineProblem } from './typed-text.ts';

const codes = (schema: ReturnType<typeof zLine>, typed: string) => {
  const read = schema.safeParse(typed);
  return read.success
    ? read.data
    : read.error.issues.map((issue) => (issue.code === 'custom' ? issue.params?.code : issue.code));
};

describe('a line', () => {
  it.each([
    ['a zero-width space', '10003\u200b', '10003'],
    ['a direction of writing', '\u202aH5K10\u202c', 'H5K10'],
    ['an override of it', 'nagol\u202eabc', 'nagolabc'],
    ['isolates', '\u2066Anna\u2069', 'Anna'],
    ['a byte-order mark', '\ufeffAnna', 'Anna'],
    ['a soft hyphen', 'Bak\u00adker', 'Bakker'],
    ['tags', 'Anna\u{e0041}\u{e007f}', 'Anna'],
    ['fillers and blank braille', '\u3164Anna\u2800\uffa0', 'Anna'],
    ['a joiner between Latin letters', 'An\u200dna\u200c', 'Anna'],
    ['a variation of a digit', '1\ufe0f0003', '10003'],
    ['accents apart', 'Zoe\u0308', 'Zoë'],
    ['blanks of all kinds', '\u00a0 Anna\t \u3000Maria \u2003', 'Anna Maria'],
    ['line breaks around it', '\r\nAnna\n', 'Anna'],
  ])('is read without %s', (_, typed, line) => {
    expect(cleanLine(typed)).toBe(line);
    expect(codes(zLine(20), typed)).toBe(line);
  });

  it('keeps the joiners that a script or an emoji needs', () => {
    for (const kept of [
      'می\u200cخواهم',
      'क्\u200dष',
      '👩\u200d🚀',
      '👩🏽\u200d🚀',
      '❤\ufe0f\u200d🔥',
      '1\ufe0f\u20e3',
      '葛\u{e0100}',
    ])
      expect(cleanLine(kept)).toBe(kept);
    expect(cleanLine('می\u200c')).toBe('می');
    expect(cleanLine('👩\u200d')).toBe('👩');
  });

  it.each(['Anna\nMaria', 'Anna\r\nMaria', 'Anna\u2028Maria', 'Anna\u0085Maria', 'Anna\vMaria'])(
    'has no line break: %j',
    (typed) => {
      expect(codes(zLine(20), typed)).toEqual(['line-break']);
    },
  );

  it.each(['a\u0000b', 'a\u0007b', 'a\u009fb', 'Anna \ud83d', '\udc00'])(
    'has no character that is none: %j',
    (typed) => {
      expect(codes(zLine(20), typed)).toEqual(['odd-characters']);
    },
  );

  it('of nothing that is seen is empty', () => {
    for (const typed of ['', ' ', '\u200b', '\u200d\ufe0f', '\u2060 \u00ad', '\u{e0020}'])
      expect(codes(zLine(20), typed)).toEqual(['too_small']);
  });

  it('is as long as what is left of it', () => {
    expect(codes(zLine(3), ' \u200bAnn\u200b ')).toBe('Ann');
    expect(codes(zLine(3), 'Anna')).toEqual(['too_big']);
  });
});

describe('text of several lines', () => {
  it.each([
    ['keeps its lines and tabs', 'Een\n\ttwee', 'Een\n\ttwee'],
    ['has one kind of line break', 'Een\r\ntwee\rdrie\u2028vier\u0085vijf\vzes', 'Een\ntwee\ndrie\nvier\nvijf\nzes'],
    ['has no other controls and no overrides', 'a\u0007b\u202ec\u009b', 'abc'],
    ['says half an emoji as one mark', 'Bedankt \ud83d', 'Bedankt \ufffd'],
    ['keeps its blanks', 'a   b', 'a   b'],
    ['keeps emoji', 'Tot 22:00 👩‍👩‍👧 ☕️', 'Tot 22:00 👩‍👩‍👧 ☕️'],
  ])('%s', (_, typed, text) => {
    expect(cleanText(typed)).toBe(text);
    expect(codes(zText(100), typed)).toBe(text);
  });

  it('of nothing that is seen is empty, and NUL is refused', () => {
    expect(codes(zText(20), ' \u200b\n\u202e\u0007')).toEqual(['too_small']);
    expect(codes(zText(20), 'a\u0000b')).toEqual(['odd-characters']);
  });
});

describe('a text that a system asks for', () => {
  it.each([
    ['keeps its blanks', '  ;  ', '  ;  '],
    ['may be nothing', '', ''],
    ['has nothing invisible', 'Een\u202e\u200b twee', 'Een twee'],
  ])('%s', (_, typed, text) => expect(codes(zFixed(20), typed)).toBe(text));

  it('is one line', () => {
    expect(codes(zFixed(20), 'a\nb')).toEqual(['line-break']);
    expect(codes(zFixed(20), 'a\tb')).toEqual(['odd-characters']);
  });
});

it('what was cleaned once stays as it is', () => {
  const odd = fc.constantFrom(
    '\u200d',
    '\u200c',
    '\ufe0f',
    '\u202e',
    '\u200b',
    '\r',
    '\n',
    '\t',
    ' ',
    '\u0308',
    '\u20e3',
    '1',
    'e',
    '👩',
    '🚀',
    'م',
    'क',
    '葛',
    '\ud83d',
    '\u0007',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(odd).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      const line = cleanLine(text);
      if (!lineProblem(line)) expect(line).toMatch(/^(\S+( \S+)*)?$/u);
    }),
    { numRuns: 2000 },
  );
});
