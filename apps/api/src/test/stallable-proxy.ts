import net from 'node:net';

export interface StallableProxy {
  /** The address given, by way of this proxy. */
  url: string;
  /** Nothing passes any more, either way, and nobody is told: as when the server behind it is stopped. */
  stall(): void;
  goOn(): void;
  close(): Promise<void>;
}

/** A line to a PostgreSQL that can go silent. */
export async function stallableProxy(to: string): Promise<StallableProxy> {
  const target = new URL(to);
  const sockets = new Set<net.Socket>();
  let isStalled = false;
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname);
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(to);
  const address = server.address();
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : 0);
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
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
