// @vitest-environment jsdom
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage, startTexts } from '../i18n/index.ts';
import { ApiProblem, ConnectionProblem } from './problem.ts';
import { problemMessage } from './problem-message.ts';

beforeAll(async () => {
  await startTexts();
  await setLanguage('nl');
});
const wordsFor = (error: unknown) => problemMessage(i18next.getFixedT(null, 'common'), error);

describe('a failed act', () => {
  it('has words also for a code that the screens do not know', () => {
    const strange = { type: 'about:blank', title: '', status: 418, code: 'teapot' as never, requestId: '' };
    expect(wordsFor(new ApiProblem(strange))).toBe(wordsFor(new Error()));
    expect(wordsFor(new Error())).toContain('Er ging bij ons iets mis');
  });

  it('is called busy only where the API said so', () => {
    expect(wordsFor(new ConnectionProblem({ isBusy: true }))).toContain('Het is druk');
    expect(wordsFor(new ConnectionProblem({ cause: new TypeError('reset') }))).not.toContain('druk');
  });
});
