import { describe, expect, it } from 'vitest';
import { isGuessable, newPasswordFault } from './password.rules.ts';

describe('a password that anybody guesses', () => {
  it.each([
    'password',
    'Password1!',
    'Welkom2026',
    'wachtwoord',
    '12345678',
    '87654321',
    'aaaaaaaa',
    'qwertyuiop',
    '1q2w3e4r',
    'Zomer 2026!',
  ])('is %s', (password) => expect(isGuessable(password)).toBe(true));

  it('is the own address, name or agency, with or without a year', () => {
    const own = ['anna.de.vries@werk.example', 'Anna de Vries', 'Uitzendbureau De Brug'];
    for (const password of ['anna.de.vries@werk.example', 'AnnaDeVries', 'annadevries2026', 'uitzendbureau de brug'])
      expect(isGuessable(password, own)).toBe(true);
  });

  it('is no sentence, and nothing that only begins like one', () => {
    for (const password of ['konnekt-demo', 'paard batterij nietje', 'welkom in de Betuwe', 'tr0ub4dor&3'])
      expect(isGuessable(password, ['Anna de Vries'])).toBe(false);
  });

  it('is told before whether it was typed twice the same', () => {
    expect(newPasswordFault('password', 'other')).toEqual({ field: 'password', code: 'guessable', count: 0 });
  });
});
