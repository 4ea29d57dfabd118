import { expect, it } from 'vitest';
import { deviceOf } from './device.ts';

it('tells the usual browsers and systems apart', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36';
  expect(deviceOf(chrome)).toEqual({ browser: 'Chrome', system: 'Windows' });
  expect(deviceOf(`${chrome} Edg/130.0`)).toEqual({ browser: 'Edge', system: 'Windows' });
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Safari/604.1';
  expect(deviceOf(iphone)).toEqual({ browser: 'Safari', system: 'iPhone' });
  expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0')).toEqual({
    browser: 'Firefox',
    system: 'Linux',
  });
});

it('claims nothing of what it does not know', () => {
  for (const text of [null, '', 'curl/8.5.0', 'lightMyRequest']) expect(deviceOf(text)).toBeUndefined();
});
