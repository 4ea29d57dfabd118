import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';

/** A line to a PostgreSQL that can go silent. */
export interface StallableLine {
  /** The address given, by way of this line. */
  url: string;
  /** Nothing passes any more, either way, and nobody is told: as when the server behind it is stopped. */
  stall(): void;
  goOn(): void;
  close(): Promise<void>;
}

export async function stallableLine(to: string): Promise<StallableLine> {
  const target = new URL(to);
  const sockets = new Set<net.Socket>();
  let isStalled = false;
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port || 5432), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      if (isStalled) one.pause();
      one.on('data', (data) => other.write(data));
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(to);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    stall: () => {
      isStalled = true;
      for (const socket of sockets) socket.pause();
    },
    goOn: () => {
      isStalled = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
