import { expect, it } from 'vitest';
import { isFitNode, nodePackage } from './node-version.mjs';

it('runs under Node 22.22 and newer, but not under the short-lived 23', () => {
  const answers = ['v20.20.2', 'v22.21.9', 'v22.22.0', 'v23.11.0', 'v24.0.0', 'v26.1.0'].map(isFitNode);
  expect(answers).toEqual([false, false, true, false, true, true]);
});

it('fetches only a Node that is fit itself', () => {
  for (const [platform, arch] of [
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
  ] as const) {
    expect(isFitNode(nodePackage(platform, arch)?.version ?? '')).toBe(true);
  }
});

it('knows no Node for a machine that none is published for', () => {
  expect(nodePackage('sunos', 'x64')).toBeUndefined();
});
