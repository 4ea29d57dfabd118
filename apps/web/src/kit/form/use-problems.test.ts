// @vitest-environment jsdom
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useProblems } from './use-problems.ts';

const missing = (name: string): FieldProblem => ({ pointer: `/${name}`, code: 'required' });

it('tells what is wrong once it was sent, until it is mended; of a field that came up since, when it is sent again', () => {
  const { result, rerender } = renderHook(useProblems, { initialProps: [missing('kind')] });
  expect(result.current.problems).toEqual([]);
  act(() => result.current.press());
  expect(result.current.problems).toEqual([missing('kind')]);
  rerender([missing('personId')]);
  expect(result.current.problems).toEqual([]);
  act(() => result.current.press());
  expect(result.current.problems).toEqual([missing('personId')]);
  rerender([]);
  expect(result.current.problems).toEqual([]);
});

it('tells what was refused until that field changes', () => {
  const { result } = renderHook(useProblems, { initialProps: [] });
  act(() => result.current.refuse([missing('personId'), missing('validUntil')]));
  act(() => result.current.touch(['personId']));
  expect(result.current.problems).toEqual([missing('validUntil')]);
});

it('drops what was refused of a row with a change in that row alone, and of no field with any change', () => {
  const { result } = renderHook(() => useProblems([], (pointer) => pointer !== '/nowhere'));
  const all = ['rows/1/size', 'rows/10/size', 'rows', 'kindOf', 'nowhere'].map(missing);
  const left = () => result.current.problems.map(({ pointer }) => pointer);
  act(() => result.current.refuse(all));
  act(() => result.current.touch(['rows/1/size', 'kind']));
  expect(left()).toEqual(['/rows/10/size', '/kindOf']);
});
