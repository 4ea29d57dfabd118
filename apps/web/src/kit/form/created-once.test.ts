// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem, ConnectionProblem } from '../../api/problem.ts';
import { createdOnce } from './created-once.ts';

const body = { name: 'Van Dijk ', number: null, postcode: '3511ab', hourTypeIds: ['b', 'a'] };
const stored = { id: '1', name: 'Van Dijk', number: '1042', postcode: '3511 AB', hourTypeIds: ['a', 'b'] };
const lost = () => Promise.reject(new ConnectionProblem({ cause: new TypeError('reset') }));

describe('a record whose answer was lost', () => {
  it('is the one that says all that was filled in', async () => {
    await expect(createdOnce(body, lost, async () => [{ ...stored, name: 'Van Dijk Zorg' }, stored])).resolves.toBe(
      stored,
    );
  });

  it('is not there when none says so: then the loss is told', async () => {
    const others = async () => [{ ...stored, postcode: '3511 AC' }];
    await expect(createdOnce(body, lost, others)).rejects.toBeInstanceOf(ConnectionProblem);
  });

  it('is not looked for where the API answered', async () => {
    const look = vi.fn(async () => [stored]);
    const refused = new ApiProblem({ type: '', title: '', status: 400, code: 'invalid-input', requestId: '' });
    await expect(createdOnce(body, () => Promise.reject(refused), look)).rejects.toBe(refused);
    await expect(createdOnce(body, async () => stored, look)).resolves.toBe(stored);
    expect(look).not.toHaveBeenCalled();
  });
});
