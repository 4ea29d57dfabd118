import { setTimeout } from 'node:timers/promises';
import type { ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { expect } from 'vitest';
import { ask, type Client, sendFile, type TestApp } from './build-app.ts';

/** Files as somebody of the office hands them in, and what became of them. */
export const importing = (test: TestApp, staff: () => Client) => {
  const untilDone = async (id: string): Promise<ImportRun> => {
    for (;;) {
      const { body } = await ask(test.app, staff(), 'GET', `/api/imports/${id}`);
      if (body.status !== 'checking' && body.status !== 'applying') return body;
      // Who asks without end takes the time of the work itself.
      await setTimeout(10);
    }
  };
  const handIn = async (kind: ImportKind, file: string | Buffer, fileName = 'file.csv'): Promise<ImportRun> => {
    const { body: handedIn } = await sendFile(test.app, staff(), '/api/files?purpose=import', {
      name: fileName,
      content: file,
    });
    const { status, body } = await ask(test.app, staff(), 'POST', '/api/imports', { kind, fileId: handedIn.id });
    expect(status, JSON.stringify(body)).toBe(201);
    return untilDone(body.id);
  };
  /** Presses what is shown now. */
  const press = async (id: string) => {
    const { body } = await ask(test.app, staff(), 'GET', `/api/imports/${id}`);
    return ask(test.app, staff(), 'POST', `/api/imports/${id}/apply`, { fingerprint: body.result?.fingerprint ?? '' });
  };
  const apply = async (id: string): Promise<ImportRun> => {
    const { status, body } = await press(id);
    expect(status, JSON.stringify(body)).toBe(200);
    return untilDone(id);
  };
  const importFile = async (kind: ImportKind, file: string | Buffer): Promise<ImportRun> => {
    const checked = await handIn(kind, file);
    expect(checked.result?.errors).toEqual([]);
    const applied = await apply(checked.id);
    expect(applied.status).toBe('applied');
    return applied;
  };
  const exported = async (kind: ImportKind, query = ''): Promise<Buffer> => {
    const file = await test.app.inject({ url: `/api/exports/${kind}?${query}`, cookies: staff().cookies });
    expect(file.statusCode).toBe(200);
    return file.rawPayload;
  };
  return { handIn, untilDone, press, apply, importFile, exported };
};

/** What is wrong with a file, as row, column and code. */
export const codesOf = ({ result }: ImportRun) => result?.errors.map(({ row, column, code }) => [row, column, code]);
