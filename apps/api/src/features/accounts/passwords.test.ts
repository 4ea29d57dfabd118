import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { isEasyToGuess } from './password-strength.ts';
import { passwordsBy } from './passwords.ts';

const passwords = passwordsBy();

/** As quick to check as any can be. */
const cheap = (password: string) => hash(password, { memoryCost: 8, timeCost: 1 });

describe('the line of passwords to be checked', () => {
  it('has an end, and is free again afterwards', async () => {
    const stored = await cheap('a password');
    const checks = await Promise.allSettled(Array.from({ length: 250 }, () => passwords.check(stored, 'a password')));
    const refused = checks.flatMap((check) => (check.status === 'rejected' ? [check.reason] : []));
    expect(refused).toHaveLength(50);
    for (const problem of refused) expect(problem).toMatchObject({ code: 'too-many-attempts' });
    expect(await passwords.check(stored, 'a password')).toBe('right');
  });
});

describe('a password with accents', () => {
  const typed = 'wachtwoord-Zoë-één-42';
  const [composed, decomposed] = [typed.normalize('NFC'), typed.normalize('NFD')];

  it('is the same however its letters are composed', async () => {
    for (const stored of [await passwords.hash(composed), await passwords.hash(decomposed)])
      for (const tried of [composed, decomposed]) expect(await passwords.check(stored, tried)).toBe('right');
  });

  it('that was hashed as it was typed stays right as it was typed', async () => {
    const stored = await cheap(decomposed);
    expect(await passwords.check(stored, decomposed)).toBe('right-as-typed');
    expect(await passwords.check(await cheap(composed), composed)).toBe('right');
    expect(await passwords.check(stored, `${decomposed}!`)).toBe('wrong');
    for (const nobody of [null, undefined]) expect(await passwords.check(nobody, decomposed)).toBe('wrong');
  });
});

describe('a password that is easy to guess', () => {
  const own = ['zoë.de.vries@werk.example', 'Zoë de Vries', 'Uitzendbureau De Brug', 'z.vries'];

  it.each([
    'p@ssw0rd',
    'P@ssw0rd2026!',
    'W3lk0m2026!',
    'Welkom2026!',
    'Voetbal1',
    'Rotterdam010!',
    'fietsenstalling',
    'hemelvaart',
    'iloveyou2',
    'qwerty123!',
    '21-03-1985',
    'hunter2hunter2',
    'Vri3s2026',
    'Z03d3vr13s',
    'ZoeDeVries99!',
    'Brug1990!!',
    'UitzendbureauDeBrug1',
  ])('is %s', async (password) => expect(await isEasyToGuess(password, own)).toBe(true));

  it.each([
    'paard batterij nietje',
    'een heel eigen wachtwoord',
    'welkom in de Betuwe',
    'correct horse battery',
    'tr0ub4dor&3',
    'Xk3!pQ9z',
    'wachtwoord-Zoë-één-42',
    'aB3$kf9!house',
    'groen fietspad',
  ])('is not %s', async (password) => expect(await isEasyToGuess(password, own)).toBe(false));

  it('is found in moments however long and odd it is', async () => {
    for (const part of ['4@8({[</369&#!1/|0$5+7%2/', 'een zin ', 'a'])
      expect(await isEasyToGuess(part.repeat(200).slice(0, 200), own)).toBe(part === 'a');
  });
});
