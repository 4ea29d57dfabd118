// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { usePageKeys } from './use-page-keys.ts';

function Sample(props: { isOn: boolean; onKey: (key: string) => void }) {
  usePageKeys(props.isOn, props.onKey);
  return (
    <>
      <textarea />
      <input type="checkbox" />
    </>
  );
}
const press = (key: string, on: Element = document.body, more = {}) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

describe('the keys of a page', () => {
  afterEach(() => {
    document.body.innerHTML = '';
  });

  it('work wherever the focus is, but where one types, with Ctrl and in a dialog', () => {
    const onKey = vi.fn();
    const { container } = render(<Sample isOn onKey={onKey} />);
    press('j');
    press('x', container.querySelector('input') ?? undefined);
    press('a', container.querySelector('textarea') ?? undefined);
    press('a', document.body, { ctrlKey: true });
    press('q');
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    press('d');
    expect(onKey.mock.calls).toEqual([['j'], ['x']]);
  });

  it('are off when somebody turned them off', () => {
    const onKey = vi.fn();
    render(<Sample isOn={false} onKey={onKey} />);
    press('a');
    expect(onKey).not.toHaveBeenCalled();
  });
});
