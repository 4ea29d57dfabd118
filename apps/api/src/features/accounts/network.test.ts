import { describe, expect, it } from 'vitest';
import { networkOf } from './network.ts';

describe('the network that an address counts as', () => {
  it('is the first half of an IPv6 address, however it is written', () => {
    for (const address of ['2001:db8:0:7::1', '2001:DB8::7:aaaa:bbbb:cccc:dddd', '2001:db8:0:7:0:0:0:9%eth0'])
      expect(networkOf(address)).toBe('2001:db8:0:7::/64');
    expect(networkOf('2001:db8:0:8::1')).not.toBe(networkOf('2001:db8:0:7::1'));
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
  });

  it('is the IPv4 address that an IPv6 one holds', () => {
    for (const address of ['192.0.2.7', '::ffff:192.0.2.7', '::FFFF:c000:0207', '0:0:0:0:0:ffff:192.0.2.7'])
      expect(networkOf(address)).toBe('192.0.2.7');
  });

  it('is what is said where that is no address', () => {
    expect(networkOf('unknown')).toBe('unknown');
    expect(networkOf('')).toBe('');
  });
});
