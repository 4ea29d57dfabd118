import { describe, expect, it } from 'vitest';
import {
  compact,
  hasVatCheckDigits,
  isDutchPostcode,
  isGln,
  isIban,
  isKvkNumber,
  isPeppolId,
  isVatNumber,
  writtenIban,
  writtenPostcode,
} from './business-numbers.ts';

describe('a btw-id', () => {
  it('has the Dutch shape, or another country’s', () => {
    expect(isVatNumber('NL123456789B01')).toBe(true);
    expect(isVatNumber('DE123456789')).toBe(true);
    expect(['NL123456789', 'NL12345678B01', 'NL123456789B1', '123456789B01', 'nl123456789b01'].some(isVatNumber)).toBe(
      false,
    );
  });
  it('is kept without the points and blanks it was typed with', () => {
    expect(compact('nl 0012.34.567.b01')).toBe('NL001234567B01');
  });
  it('of a company passes the test by 11, of a sole trader the one by 97', () => {
    expect(hasVatCheckDigits('NL123456782B12')).toBe(true);
    expect(hasVatCheckDigits('NL000099998B57')).toBe(true);
    expect(hasVatCheckDigits('NL123456789B01')).toBe(false);
    expect(hasVatCheckDigits('DE123456789')).toBe(true);
  });
});

describe('an IBAN', () => {
  it('is right modulo 97', () => {
    expect(isIban('NL91ABNA0417164300')).toBe(true);
    expect(isIban('DE89370400440532013000')).toBe(true);
    expect(isIban('NL91ABNA0417164301')).toBe(false);
    expect(isIban('NL91ABNA041716430')).toBe(false);
    expect(isIban('')).toBe(false);
  });
  it('is written in fours', () => {
    expect(writtenIban('NL91ABNA0417164300')).toBe('NL91 ABNA 0417 1643 00');
  });
});

it('a KvK number is eight digits', () => {
  expect(['12345678', '1234567', '123456789', '1234567a'].map(isKvkNumber)).toEqual([true, false, false, false]);
});

it('a postcode is written with its blank and in capitals; a foreign one stays as it is', () => {
  expect(writtenPostcode('3011ab')).toBe('3011 AB');
  expect(writtenPostcode(' 3011 Ab ')).toBe('3011 AB');
  expect(writtenPostcode('B-2000')).toBe('B-2000');
  expect(['3011 AB', '0011 AB', '3011AB', '301 AB'].map(isDutchPostcode)).toEqual([true, false, false, false]);
});

describe('an address in the network', () => {
  it('is a scheme and a number that fits it', () => {
    expect(
      ['0106:12345678', '0190:00000001234567890000', '0088:8712345678906', '0208:0123456789'].every(isPeppolId),
    ).toBe(true);
    expect(['12345678', '0106:123', '0088:8712345678907', '106:12345678', '0106:'].some(isPeppolId)).toBe(false);
  });
  it('of GS1 has a digit that checks the others', () => {
    expect(isGln('8712345678906')).toBe(true);
    expect(['8712345678905', '871234567890', '87123456789O6'].some(isGln)).toBe(false);
  });
});
