import { describe, expect, it } from 'vitest';
import { asText, withVariables } from './pgbench-params.ts';

describe('a statement for pgbench', () => {
  it('names its parameters in the order of all that are sent', () => {
    expect(withVariables('SELECT $1::uuid, $2', 3, ['a', 'b', 'c', 'd', 'e'])).toBe('SELECT :p3::uuid, :p4');
  });

  it('has NULL where the value is none', () => {
    expect(withVariables('SELECT $1::text', 0, [null])).toBe('SELECT NULL::text');
  });

  it('keeps colons in texts, which pgbench would take for variables', () => {
    const text = withVariables(`SELECT to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'it''s', $1`, 0, ['a']);
    expect(text).toBe(`SELECT to_char(at, E'YYYY-MM-DD"T"HH24\\x3aMI\\x3aSS'), 'it''s', :p0`);
  });
});

describe('a value for pgbench', () => {
  it('is written as pg sends it', () => {
    expect(asText(12)).toBe('12');
    expect(asText(null)).toBeNull();
    expect(asText({ a: 1 })).toBe('{"a":1}');
    expect(asText(['a', null, 'say "x" \\'])).toBe('{"a",NULL,"say \\"x\\" \\\\"}');
  });
});
