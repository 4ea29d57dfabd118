// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { waitForServer } from '../api/availability.ts';
import { startTexts } from '../i18n/index.ts';
import { BusyNotice } from './busy-notice.tsx';

beforeAll(() => startTexts());
afterEach(cleanup);

it('comes when what is pressed was let go: it moves no button from under the pointer', async () => {
  render(<BusyNotice />);
  const place = screen.getByRole('status');
  fireEvent.pointerDown(document.body, { button: 0 });
  const waiting = waitForServer(false);
  await new Promise((resolve) => setTimeout(resolve));
  expect(place.textContent).toBe('');
  fireEvent.pointerUp(document.body);
  await waitFor(() => expect(place.textContent).not.toBe(''));
  waiting.end();
  await waitFor(() => expect(place.textContent).toBe(''));
});
