import { once } from 'node:events';
import net from 'node:net';
import { expect, it } from 'vitest';
import { freePort } from './port.mjs';

it('names the port that is in use and how to choose another', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  try {
    await expect(freePort(String(port))).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringMatching(new RegExp(`^Port ${port} is in use .* PORT=\\d+ npm start\\.$`)),
    });
  } finally {
    server.close();
  }
  await once(server, 'close');
  expect(await freePort(String(port))).toBe(port);
});

it('refuses what is no port', async () => {
  for (const wanted of ['abc', '0', '70000', '30.5']) {
    await expect(freePort(wanted)).rejects.toMatchObject({ code: 'port-invalid' });
  }
});
