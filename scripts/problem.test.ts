import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commonProblem, networkProblem } from './problem.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'konnekt-problem-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program of Node's prints when it ends with an error; as nobody in particular where the tests run as root. */
async function printed(program: string): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const { stderr } = await promisify(execFile)(process.execPath, ['-e', program], {
    cwd: folder,
    ...(isRoot && { uid: 65534, gid: 65534 }),
  }).then(
    () => ({ stderr: '' }),
    (error: { stderr: string }) => error,
  );
  expect(stderr).not.toBe('');
  return stderr;
}

describe('a full disk', () => {
  it.runIf(existsSync('/dev/full'))('is recognised by what a write really says', () => {
    expect(() => writeFileSync('/dev/full', 'x')).toThrow(expect.toSatisfy((error) => codeOf(error) === 'disk-full'));
  });

  it('is recognised in what npm and pnpm print, also in a message that is broken into lines', () => {
    const texts = [
      'npm error code ENOSPC\nnpm error syscall write\nnpm error nospc There appears to be insufficient space on your system to finish.',
      '  ├─▶ failed to write: No space left\n  │   on device (os error 28)',
      'initdb: error: could not write to file "pg_wal/xlogtemp": No space left on device',
    ];
    expect(texts.map(codeOf)).toEqual(texts.map(() => 'disk-full'));
  });

  it('is not what Linux means with too many watched files', () => {
    const text = "Error: ENOSPC: System limit for number of file watchers reached, watch '/x'\n  code: 'ENOSPC'";
    expect(codeOf(text)).toBeUndefined();
  });
});

describe('files that cannot be read or written', () => {
  it('are recognised by what a program says that may not write', async () => {
    chmodSync(folder, 0o555);
    expect(codeOf(await printed(`require('fs').writeFileSync('x', '')`))).toBe('no-permission');
  });

  it('are recognised in what the tools print', () => {
    const texts = [
      "Error: EROFS: read-only file system, open '/x'",
      'npm error code EACCES\nnpm error syscall mkdir\nnpm error path /x/node_modules',
      "npm error Error: EPERM: operation not permitted, unlink '/x'",
      '  ╰─▶ Permission denied (os error 13)',
      'pg_ctl: could not open log file "/x/server.log": Permission denied',
      'initdb: error: could not access directory "/x": Permission denied',
    ];
    expect(texts.map(codeOf)).toEqual(texts.map(() => 'no-permission'));
  });

  it('are not what a refused port or process means', async () => {
    const port = 1;
    const error = await new Promise((resolve) => net.connect({ port, host: '255.255.255.255' }).once('error', resolve));
    const texts = [
      'Error: listen EACCES: permission denied 127.0.0.1:80',
      'Error: kill EPERM\n    at process.kill (node:internal/process/per_thread:240:13)',
      "Error: listen EACCES: permission denied 127.0.0.1:80\n  code: 'EACCES',\n  syscall: 'listen'",
    ];
    expect([...texts, error].map(codeOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are not what a database means that refuses its user', () => {
    const texts = [
      'error: permission denied for schema public',
      'error: permission denied for table account',
      'error: permission denied to create database',
      'error: permission denied to create extension "btree_gist"',
    ];
    expect(texts.map(codeOf)).toEqual(texts.map(() => undefined));
  });
});

describe('no network', () => {
  it('is recognised in what npm and pnpm print', () => {
    const texts = [
      'npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error errno ENOTFOUND\nnpm error network request to http://registry.invalid/is-odd failed, reason: getaddrinfo ENOTFOUND registry.invalid',
      'npm error code EAI_AGAIN',
      "npm error   code: 'ECONNREFUSED',\nnpm error   errno: 'ECONNREFUSED',\nnpm error   syscall: 'connect',",
      '  ├─▶ Failed to fetch metadata from http://127.0.0.1:1/is-odd: error sending\n  │   request: client error (Connect): tcp connect error: Connection refused\n  │   (os error 111)',
      '  ├─▶ Failed to fetch metadata from http://registry.invalid/is-odd: error\n  │   sending request: client error (Connect): dns error: error resolving DNS:\n  │   failed to lookup address information: Name or service not known',
    ];
    expect(texts.map((text) => networkProblem(text)?.code)).toEqual(texts.map(() => 'no-network'));
    expect(texts.map(codeOf)).toEqual(texts.map(() => undefined));
  });
});

it('blames nothing for another failure', () => {
  const text = 'ERR_PNPM_OUTDATED_LOCKFILE';
  expect([codeOf(text), networkProblem(text)]).toEqual([undefined, undefined]);
});

const codeOf = (error: unknown) => commonProblem(String(error), '.')?.code;
