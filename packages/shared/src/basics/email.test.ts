import { describe, expect, it } from 'vitest';
import { isEmail } from './email.ts';
import { zEmail } from './fields.ts';

it('an e-mail address has a name, an @ and a domain', () => {
  expect(['a@b.nl', 'a.b+c@d-e.example'].every(isEmail)).toBe(true);
  expect(['a@b', 'a b@c.nl', '@b.nl', 'a@b..nl', 'a@@b.nl', 'x'].some(isEmail)).toBe(false);
});

describe('an e-mail address', () => {
  it.each([
    'anna@flex.example',
    'a@b.nl',
    "o'brien+uren@mail.sub.client.co.uk",
    'jan_de-vries.99@x-y.example',
    'info@4you.nl',
    '1@2.nl',
    'josé@müller.example',
    'x@xn--mller-kva.example',
    `${'a'.repeat(64)}@x.nl`,
  ])('is %s', (address) => {
    expect(isEmail(address)).toBe(true);
    expect(zEmail.safeParse(address).data).toBe(address);
  });

  it.each([
    '.dot@x.nl',
    'dot.@x.nl',
    'a..b@x.nl',
    'x@-y.nl',
    'x@y-.nl',
    'x@y..nl',
    'x@.nl',
    'x@y.nl.',
    'x@y',
    'x@127.0.0.1',
    'x@[127.0.0.1]',
    '@y.nl',
    'x@',
    'a b@y.nl',
    'a@b@y.nl',
    'Anna <a@y.nl>',
    'a@y.nl,b@y.nl',
    'a@y.nl;b@y.nl',
    '"a b"@y.nl',
    'a@y.nl\r\nBcc: b@y.nl',
    'a@y_z.nl',
    `${'a'.repeat(65)}@x.nl`,
    `a@${'b'.repeat(64)}.nl`,
    `a@${'bcd.'.repeat(63)}nl`,
    '',
  ])('is not %j', (address) => {
    expect(isEmail(address)).toBe(false);
    expect(zEmail.safeParse(address).success).toBe(false);
  });

  it('is kept in one width, without what nobody sees', () => {
    expect(zEmail.safeParse(' ａｎｎａ＠flex.example\u200b').data).toBe('anna@flex.example');
  });
});
