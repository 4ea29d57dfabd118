import { describe, expect, it } from 'vitest';
import type { Background } from '#api/kit/background';
import { sql } from '../../kit/sql.ts';
import { ask, testApp } from '../../test/build-app.ts';
import { signInNew } from '../../test/sign-in-as.ts';
import { background } from './background.work.ts';

const test = testApp();

interface Line {
  level: string;
  words: { work: string; tookMs: number };
}
function listening(): { work: Background; lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: string) => (words: Line['words']) => lines.push({ level, words });
  return { work: background(test.db, { debug: at('debug'), info: at('info'), error: at('error') }), lines };
}
const asStaff = async (url: string) => {
  const staff = await signInNew(test, 'staff');
  return (await ask(test.app, staff, 'GET', url)).body;
};

describe('work outside a request', () => {
  it('is waited for, together with what it starts itself', async () => {
    const { work, lines } = listening();
    const done: string[] = [];
    const gate = Promise.withResolvers<void>();
    work.run('link', async () => {
      await gate.promise;
      done.push('first');
      work.run('refusal', async () => void done.push('second'));
    });
    const finished = work.finished().then(() => done.push('finished'));
    gate.resolve();
    await finished;
    expect(done).toEqual(['first', 'second', 'finished']);
    expect(lines).toMatchObject([
      { level: 'debug', words: { work: 'link', tookMs: expect.any(Number) } },
      { level: 'debug', words: { work: 'refusal', tookMs: expect.any(Number) } },
    ]);
  });

  it('that fails is in the log as an error and seen by the office, without what somebody typed', async () => {
    const { work, lines } = listening();
    const fails = async () => {
      throw new Error('cannot do: "Anna de Vries"');
    };
    work.run('import', fails, 'mensen.csv');
    await work.finished();
    await expect(work.perform('clean-up', fails)).rejects.toThrow('cannot do');
    expect(lines.map(({ level, words }) => [level, words.work])).toEqual([
      ['error', 'import'],
      ['error', 'clean-up'],
    ]);
    const { items, total } = await asStaff('/api/failures');
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { work: 'clean-up', subject: null, error: 'Error: cannot do: "…"' },
      { work: 'import', subject: 'mensen.csv' },
    ]);
  });

  it('that fails again and again for one reason is one line for the office', async () => {
    await test.db.query(sql`DELETE FROM background_failure`);
    const { work } = listening();
    const fails = async () => {
      throw new Error('no');
    };
    for (let n = 0; n < 3; n++) await work.perform('mail', fails).catch(() => {});
    expect((await asStaff('/api/failures')).total).toBe(1);
  });
});
