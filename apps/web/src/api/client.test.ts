// @vitest-environment jsdom
// biome-ignore-all lint/suspicious/noDocumentCookie: jsdom has no cookie store
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Answer = { status: number; body?: unknown } | Error | 'nothing';
const busy = { status: 503, body: { code: 'unavailable', status: 503, retryAfterSeconds: 2 } };
const lost = new TypeError('Failed to fetch');
const signedOut = { status: 401, body: { code: 'not-signed-in', status: 401 } };
const me = { status: 200, body: { accountId: 'a' } };

let asked: string[] = [];
/** Answers in order per address; the last one stays. */
let answers: Record<string, Answer[]> = {};

beforeEach(() => {
  vi.resetModules(); // the client remembers that a session is over
  asked = [];
  answers = {};
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const key = `${init.method} ${url}`;
    asked.push(key);
    const queue = answers[key] ?? [];
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (answer === undefined) throw new Error(`No answer for ${key}`);
    if (answer instanceof Error) throw answer;
    if (answer === 'nothing') return new Promise((_, reject) => init.signal?.addEventListener('abort', reject));
    const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
    return { ok: answer.status < 400, status: answer.status, text: async () => text };
  });
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => ({
  ...(await import('./client.ts')),
  ...(await import('./session.ts')),
  ...(await import('./problem.ts')),
  ...(await import('./availability.ts')),
  ...(await import('./lost-answers.ts')),
});

describe('a call', () => {
  it('throws the problem that the API answers', async () => {
    answers = { 'GET /api/home': [{ status: 403, body: { code: 'not-allowed', status: 403 } }] };
    const { call, ApiProblem } = await load();
    const error = await call('GET /api/home').catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error.code).toBe('not-allowed');
  });

  it('tells a lost connection from an answer', async () => {
    answers = { 'POST /api/auth/logout': [lost] };
    const { call, ConnectionProblem } = await load();
    await expect(call('POST /api/auth/logout')).rejects.toBeInstanceOf(ConnectionProblem);
  });

  it.each([
    ['a page', { status: 502 }],
    ['a code that the screens do not know', { status: 503, body: { code: 'busy', status: 503 } }],
  ])('takes %s of a proxy in between for a server that is not there', async (_, answer) => {
    answers = { 'POST /api/auth/logout': [answer] };
    const { call } = await load();
    await expect(call('POST /api/auth/logout')).rejects.toMatchObject({ code: 'unavailable', isBusy: false });
  });

  it('is an act that is sent once, however often it is asked for while it is under way', async () => {
    answers = { [sendAddress]: [{ status: 200, body: { version: 2 } }] };
    const { call } = await load();
    const both = [call(sendKey, step), call(sendKey, step)];
    await expect(Promise.all(both)).resolves.toEqual([{ version: 2 }, { version: 2 }]);
    expect(asked).toEqual([sendAddress]);
    await call(sendKey, step);
    expect(asked).toHaveLength(2);
  });

  it('tells all who wait for an act that it was sent again', async () => {
    answers = { [sendAddress]: [busy, { status: 200, body: {} }] };
    const { call, availability, tryNow } = await load();
    const told = [vi.fn(), vi.fn()];
    const both = told.map((onRepeat) => call(sendKey, step, { onRepeat }));
    await vi.waitFor(() => expect(availability()).toBe('act-waits'));
    tryNow();
    await Promise.all(both);
    for (const onRepeat of told) expect(onRepeat).toHaveBeenCalledTimes(1);
  });
});

const step = { params: { id: 'w' }, body: { version: 1 } };
const sendKey = 'POST /api/worksheets/:id/send' as const;
const sendAddress = 'POST /api/worksheets/w/send';

describe('a server that does not answer', () => {
  it.each([
    ['busy', busy],
    ['not there', lost],
    ['hidden behind a proxy that gave up', { status: 504 }],
  ])('is asked again by a screen until it answers: it is %s', async (_, answer) => {
    answers = { 'GET /api/home': [answer, answer, { status: 200, body: {} }] };
    const { call, availability, tryNow } = await load();
    const home = call('GET /api/home');
    await vi.waitFor(() => expect(availability()).toBe('busy'));
    tryNow();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    tryNow();
    await vi.waitFor(() => expect(asked).toHaveLength(2 + 1));
    await expect(home).resolves.toEqual({});
    expect(availability()).toBe('fine');
  });

  it('is not asked any more once the screen is left', async () => {
    answers = { 'GET /api/home': [busy] };
    const { call, availability, tryNow } = await load();
    const leaving = new AbortController();
    const home = call('GET /api/home', undefined, { signal: leaving.signal });
    await vi.waitFor(() => expect(availability()).toBe('busy'));
    leaving.abort();
    await expect(home).rejects.toThrow();
    tryNow();
    expect(availability()).toBe('fine');
    expect(asked).toHaveLength(1);
  });

  it('is given another try at the same moment by all that wait', async () => {
    answers = { 'GET /api/home': [busy, { status: 200, body: {} }], 'GET /api/hour-types': [busy, me] };
    const { call, tryNow } = await load();
    const both = Promise.all([call('GET /api/home'), call('GET /api/hour-types')]);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve)); // both have taken their answers in
    tryNow();
    await expect(both).resolves.toHaveLength(2);
  });

  it('is sent again what names a version, and the call knows that it was', async () => {
    answers = { [sendAddress]: [busy, { status: 409, body: { code: 'wrong-state', status: 409 } }] };
    const { call, availability, tryNow } = await load();
    const sent = call(sendKey, step).catch((error) => error);
    await vi.waitFor(() => expect(availability()).toBe('act-waits'));
    tryNow();
    expect(await sent).toMatchObject({ code: 'wrong-state', wasRepeated: true });
    expect(asked).toEqual([sendAddress, sendAddress]);
  });

  it('is sent once what makes something new, and the screens ask what became of it', async () => {
    answers = { 'POST /api/worksheets/w/comments': [busy] };
    const { call, onLostAnswer, ConnectionProblem, availability } = await load();
    const ask = vi.fn();
    onLostAnswer(ask);
    const comment = call('POST /api/worksheets/:id/comments', { params: { id: 'w' }, body: { text: 'Dag' } });
    await expect(comment).rejects.toBeInstanceOf(ConnectionProblem);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(asked).toHaveLength(1);
    expect(availability()).toBe('fine');
  });

  it('is told of at once where the device itself is offline', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    answers = { [sendAddress]: [lost] };
    const { call, isOffline } = await load();
    expect(isOffline(await call(sendKey, step).catch((error) => error))).toBe(true);
    vi.restoreAllMocks();
  });
});

describe('a request that hangs', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is told of on screen, given up, and asked again', async () => {
    answers = { 'GET /api/home': ['nothing', { status: 200, body: {} }] };
    const { call, availability } = await load();
    const home = call('GET /api/home');
    await vi.advanceTimersByTimeAsync(3000);
    expect(availability()).toBe('fine');
    await vi.advanceTimersByTimeAsync(2000);
    expect(availability()).toBe('busy');
    await vi.advanceTimersByTimeAsync(20_000);
    await expect(home).resolves.toEqual({});
    expect(availability()).toBe('fine');
  });

  it('is tried for two minutes where somebody pressed something, then it is for them to say', async () => {
    answers = { [sendAddress]: [busy] };
    const { call, availability, ConnectionProblem } = await load();
    const sent = call(sendKey, step).catch((error) => error);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(availability()).toBe('act-waits');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await sent).toBeInstanceOf(ConnectionProblem);
    expect(availability()).toBe('fine');
  });

  it('is the renewal of a session: it lets the others go on, and logs nobody out', async () => {
    answers = { 'GET /api/home': [signedOut, signedOut, signedOut, signedOut, { status: 200, body: {} }] };
    answers['POST /api/auth/refresh'] = ['nothing', me];
    const { call, setAsker } = await load();
    const asker = vi.fn(async () => true);
    setAsker(asker);
    const home = call('GET /api/home');
    await vi.advanceTimersByTimeAsync(15_000);
    await expect(home).resolves.toEqual({});
    expect(asker).not.toHaveBeenCalled();
  });
});

describe('a session that ran out', () => {
  it('is renewed and the call goes on', async () => {
    answers = { 'GET /api/home': [signedOut, signedOut, { status: 200, body: { today: '2026-11-21' } }] };
    answers['POST /api/auth/refresh'] = [me];
    const { call } = await load();
    await expect(call('GET /api/home')).resolves.toEqual({ today: '2026-11-21' });
    expect(asked).toEqual(['GET /api/home', 'GET /api/home', 'POST /api/auth/refresh', 'GET /api/home']);
  });

  it('is renewed once for calls at the same time', async () => {
    answers = { 'GET /api/home': [signedOut, signedOut, { status: 200, body: {} }] };
    answers['GET /api/hour-types'] = [signedOut, { status: 200, body: { items: [] } }];
    answers['POST /api/auth/refresh'] = [me];
    const { call } = await load();
    await Promise.all([call('GET /api/home'), call('GET /api/hour-types')]);
    expect(asked.filter((key) => key === 'POST /api/auth/refresh')).toHaveLength(1);
  });

  it('is not renewed when another tab did so meanwhile', async () => {
    answers = { 'GET /api/home': [signedOut, { status: 200, body: {} }] };
    const { call } = await load();
    await call('GET /api/home');
    expect(asked).toEqual(['GET /api/home', 'GET /api/home']);
  });

  it('is renewed all the same when the answer to that was lost', async () => {
    answers = { 'GET /api/home': [signedOut, signedOut, { status: 200, body: {} }] };
    answers['POST /api/auth/refresh'] = [new TypeError('Failed to fetch'), me];
    const { call, setAsker } = await load();
    const asker = vi.fn(async () => true);
    setAsker(asker);
    await expect(call('GET /api/home')).resolves.toEqual({});
    expect(asker).not.toHaveBeenCalled();
  });

  it('is renewed by two tabs at once where the browser has no locks, and both go on', async () => {
    expect(navigator.locks).toBeUndefined();
    answers = { 'GET /api/home': [signedOut, signedOut, signedOut, signedOut, { status: 200, body: {} }] };
    answers['POST /api/auth/refresh'] = [me];
    const one = await load();
    vi.resetModules();
    const other = await load();
    await expect(Promise.all([one.call('GET /api/home'), other.call('GET /api/home')])).resolves.toEqual([{}, {}]);
    expect(asked.filter((key) => key === 'POST /api/auth/refresh')).toHaveLength(2);
  });

  it.each([
    ['failed', lost],
    ['found a server that is busy', busy],
  ])('is not given up for a renewal that %s', async (_, answer) => {
    answers = { 'GET /api/home': [signedOut], 'POST /api/auth/refresh': [answer] };
    const { call, setAsker, availability, tryNow } = await load();
    const asker = vi.fn(async () => true);
    setAsker(asker);
    const home = call('GET /api/home');
    await vi.waitFor(() => expect(availability()).toBe('busy'));
    answers = { 'GET /api/home': [signedOut, signedOut, { status: 200, body: {} }], 'POST /api/auth/refresh': [me] };
    tryNow();
    await expect(home).resolves.toEqual({});
    expect(asker).not.toHaveBeenCalled();
  });

  it('asks the person once to log in again, then every call that waited goes on', async () => {
    answers = {
      'GET /api/home': [signedOut],
      'GET /api/hour-types': [signedOut],
      'POST /api/auth/refresh': [signedOut],
    };
    const { call, setAsker } = await load();
    const asker = vi.fn(async () => {
      answers['GET /api/home'] = [{ status: 200, body: {} }];
      answers['GET /api/hour-types'] = [{ status: 200, body: { items: [] } }];
      return true;
    });
    setAsker(asker);
    await Promise.all([call('GET /api/home'), call('GET /api/hour-types')]);
    expect(asker).toHaveBeenCalledTimes(1);
  });

  it('is an error where nobody need be logged in', async () => {
    answers = { 'GET /api/me': [signedOut], 'POST /api/auth/refresh': [signedOut] };
    const { call, setAsker } = await load();
    const asker = vi.fn(async () => true);
    setAsker(asker);
    await expect(call('GET /api/me', undefined, { whenSignedOut: 'throw' })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    expect(asker).not.toHaveBeenCalled();
  });

  it('is not asked for again once it is over', async () => {
    answers = { 'GET /api/me': [signedOut], 'POST /api/auth/refresh': [signedOut] };
    const { call } = await load();
    for (const _ of [1, 2]) await call('GET /api/me', undefined, { whenSignedOut: 'throw' }).catch(() => undefined);
    expect(asked.filter((key) => key === 'POST /api/auth/refresh')).toHaveLength(1);
  });
});

describe('a session that is known to have run out', () => {
  beforeEach(() => {
    document.cookie = 'konnekt_session=nl';
  });
  afterEach(() => {
    for (const name of ['konnekt_session', 'konnekt_fresh']) document.cookie = `${name}=; max-age=0`;
  });

  it('is renewed before anything is asked, once for all calls', async () => {
    answers = { 'GET /api/home': [{ status: 200, body: {} }], 'GET /api/hour-types': [{ status: 200, body: {} }] };
    answers['POST /api/auth/refresh'] = [me];
    vi.stubGlobal('fetch', withFreshHint(globalThis.fetch));
    const { call } = await load();
    await Promise.all([call('GET /api/home'), call('GET /api/hour-types')]);
    expect(asked).toEqual(['POST /api/auth/refresh', 'GET /api/home', 'GET /api/hour-types']);
  });

  it('is over for whoever cannot renew it, without asking in vain', async () => {
    answers = { 'POST /api/auth/refresh': [signedOut] };
    const { call } = await load();
    const error = await call('GET /api/me', undefined, { whenSignedOut: 'throw' }).catch((thrown) => thrown);
    expect([error.code, asked]).toEqual(['not-signed-in', ['POST /api/auth/refresh']]);
  });

  it('is nothing to who logs in, or asks what everybody may', async () => {
    answers = { 'GET /api/agency': [{ status: 200, body: {} }], 'POST /api/auth/login': [me] };
    const { call } = await load();
    await call('GET /api/agency');
    await call('POST /api/auth/login', { body: { login: 'a', password: 'b' } });
    expect(asked).toEqual(['GET /api/agency', 'POST /api/auth/login']);
  });
});

/** A renewal sets the cookie that says so, as the API does. */
const withFreshHint =
  (ask: typeof fetch): typeof fetch =>
  async (...args) => {
    if (args[0] === '/api/auth/refresh') document.cookie = 'konnekt_fresh=1';
    return ask(...args);
  };
