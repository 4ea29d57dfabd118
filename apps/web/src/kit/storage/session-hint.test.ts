// @vitest-environment jsdom
// biome-ignore-all lint/suspicious/noDocumentCookie: jsdom has no cookie store
import { afterEach, describe, expect, it } from 'vitest';
import { readSessionHint } from './session-hint.ts';

const forget = (name: string) => {
  document.cookie = `${name}=; max-age=0`;
};
afterEach(() => {
  forget('konnekt_session');
  forget('konnekt_fresh');
  localStorage.clear();
});

describe('the hint of a session', () => {
  it('is that there is none on a device that nobody ever used, and after logging out', () => {
    expect(readSessionHint().state).toBe('none');
    localStorage.setItem('konnekt.language', 'nl');
    document.cookie = 'konnekt_session=none';
    expect(readSessionHint().state).toBe('none');
  });

  it('is unknown where somebody logged in before there were hints', () => {
    localStorage.setItem('konnekt.language', 'nl');
    expect(readSessionHint().state).toBe('unknown');
  });

  it('tells a session that holds from one to renew, and its language', () => {
    document.cookie = 'konnekt_session=en';
    expect(readSessionHint()).toEqual({ state: 'expired', language: 'en' });
    document.cookie = 'konnekt_fresh=1';
    expect(readSessionHint()).toEqual({ state: 'live', language: 'en' });
  });
});
