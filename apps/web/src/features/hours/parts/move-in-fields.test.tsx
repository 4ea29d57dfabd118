// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { moveInFields } from './keys.ts';

/** Two rows, three days; the second day is closed. */
function show() {
  render(
    <table onKeyDown={moveInFields}>
      <tbody>
        {[0, 1].map((row) => (
          <tr key={row}>
            {[0, 1, 2].map((column) => (
              <td key={column}>
                <input data-at={`${row}:${column}`} aria-label={`${row}:${column}`} disabled={column === 1} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>,
  );
}
function press(from: string, key: string, more = {}) {
  const field = screen.getByLabelText<HTMLInputElement>(from);
  field.focus();
  fireEvent.keyDown(field, { key, ...more });
  return document.activeElement?.getAttribute('aria-label');
}

describe('keys in the grid', () => {
  afterEach(cleanup);

  it.each([
    ['0:0', 'Enter', {}, '1:0'],
    ['1:0', 'Enter', {}, '0:2'],
    ['1:0', 'Enter', { shiftKey: true }, '0:0'],
    ['1:2', 'Enter', {}, '1:2'],
    ['0:0', 'ArrowDown', {}, '1:0'],
    ['1:2', 'ArrowUp', {}, '0:2'],
    ['0:0', 'ArrowRight', {}, '0:2'],
    ['0:2', 'ArrowLeft', {}, '0:0'],
    ['0:2', 'Home', {}, '0:0'],
    ['0:0', 'ArrowDown', { ctrlKey: true }, '1:0'],
    ['0:0', 'ArrowDown', { shiftKey: true }, '0:0'],
    ['0:0', 'Enter', { altKey: true }, '0:0'],
  ])('from %s with %s %o go to %s', (from, key, more, to) => {
    show();
    expect(press(from, key, more)).toBe(to);
  });

  it('stay in a text that is being edited', () => {
    show();
    const field = screen.getByLabelText<HTMLInputElement>('0:0');
    field.value = '7:30';
    field.setSelectionRange(2, 2);
    expect(press('0:0', 'ArrowRight')).toBe('0:0');
  });
});
