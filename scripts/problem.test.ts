import { expect, it } from 'vitest';
import { commonProblem, networkProblem } from './problem.mjs';

it('recognises a full disk, also in a message that is broken into lines', () => {
  const texts = ['npm error code ENOSPC', 'Failed to write: No space left\n      on device (os error 28)'];
  expect(texts.map((text) => commonProblem(text, '.')?.code)).toEqual(['disk-full', 'disk-full']);
});

it('recognises a missing network', () => {
  const texts = ['npm error code EAI_AGAIN', 'error sending\n  request for url'];
  expect(texts.map((text) => networkProblem(text)?.code)).toEqual(['no-network', 'no-network']);
});

it('blames neither for another failure', () => {
  const text = 'ERR_PNPM_OUTDATED_LOCKFILE';
  expect([commonProblem(text, '.'), networkProblem(text)]).toEqual([undefined, undefined]);
});
