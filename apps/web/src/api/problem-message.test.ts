// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage, startTexts } from '../i18n/index.ts';
import { ApiProblem, ConnectionProblem } from './problem.ts';
import { problemMessage } from './problem-message.ts';

beforeAll(async () => {
  await startTexts();
  await setLanguage('nl');
});

describe('a failed act', () => {
  it('has words also for a code that the screens do not know', () => {
    const strange = { type: 'about:blank', title: '', status: 418, code: 'teapot' as never, requestId: '' };
    expect(problemMessage(new ApiProblem(strange))).toBe(problemMessage(new Error()));
    expect(problemMessage(new Error())).toContain('Er ging bij ons iets mis');
  });

  it('says how long to wait, where that is more than a moment', async () => {
    const wait = (retryAfterSeconds: number) =>
      problemMessage(
        new ApiProblem({ type: '', title: '', status: 429, code: 'too-fast', requestId: '', retryAfterSeconds }),
      );
    expect(wait(40)).toBe('Dat is te veel tegelijk. Wacht even en probeer het opnieuw.');
    expect(wait(61)).toContain('Over 2 minuten kunt u verder.');
    expect(wait(3600)).toContain('Over 60 minuten');
    expect(wait(18 * 3600 + 5)).toContain('Over 19 uur kunt u verder.');
    await setLanguage('en');
    expect([wait(61), wait(18 * 3600 + 5)]).toEqual([
      expect.stringContaining('in 2 minutes'),
      expect.stringContaining('in 19 hours'),
    ]);
    await setLanguage('nl');
  });

  it('is called busy only where the API said so', () => {
    expect(problemMessage(new ConnectionProblem({ isBusy: true }))).toContain('Het is druk');
    expect(problemMessage(new ConnectionProblem({ cause: new TypeError('reset') }))).not.toContain('druk');
  });
});
