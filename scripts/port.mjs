import net from 'node:net';
import { CommandProblem } from './problem.mjs';

/**
 * The port that `PORT` names, 3000 without it. Refuses what is no port, one that is in use and one that this user may
 * not open, with a sentence; asked before the long work, not after it.
 *
 * @param {string | undefined} wanted
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  const port = Number(wanted || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CommandProblem('port-invalid', `PORT is "${wanted}", which is no port: give a number from 1 to 65535.`);
  }
  // a browser tries both for localhost, and on some systems one program can hold only one of them
  for (const host of ['127.0.0.1', '::1']) {
    const code = await listenError(port, host);
    if (code === 'EADDRINUSE' || (await answers(port, host))) {
      throw new CommandProblem(
        'port-in-use',
        `Port ${port} is in use by another program: stop that program, or choose another port, such as PORT=${port < 65_535 ? port + 1 : 3000} npm start.`,
      );
    }
    if (code === 'EACCES') {
      throw new CommandProblem(
        'port-not-allowed',
        `Port ${port} may not be used by this user: choose one above 1023 with PORT.`,
      );
    }
  }
  return port;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>}
 */
function listenError(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function answers(port, host) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: 1000 });
    const end = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
