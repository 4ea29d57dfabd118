// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from './button.tsx';

afterEach(cleanup);

/** As a browser tells of it: two clicks, of which the second knows that it is. */
const doubleClick = (element: HTMLElement) => {
  for (const detail of [1, 2]) fireEvent.click(element, { detail });
};

describe('a button', () => {
  it('that does something to what is stored takes a double click for one press', () => {
    const press = vi.fn();
    render(
      <Button loading={false} onClick={press}>
        Goedkeuren
      </Button>,
    );
    doubleClick(screen.getByRole('button'));
    expect(press).toHaveBeenCalledTimes(1);
  });

  it('of a form sends it once at a double click', () => {
    const send = vi.fn((event: React.FormEvent) => event.preventDefault());
    render(
      <form onSubmit={send}>
        <Button type="submit" loading={false}>
          Versturen
        </Button>
      </form>,
    );
    doubleClick(screen.getByRole('button'));
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('that only shows something is pressed as often as somebody presses', () => {
    const press = vi.fn();
    render(<Button onClick={press}>Vorige</Button>);
    doubleClick(screen.getByRole('button'));
    expect(press).toHaveBeenCalledTimes(2);
  });
});
