// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadTexts, setLanguage, startTexts } from '../../../i18n/index.ts';
import { AskUnchanged, AskWarnings } from './ask-dialog.tsx';
import { daysAhead } from './same-content.ts';

const [work, leave] = ['work', 'leave'];
const types = [
  { id: work, isWorked: true },
  { id: leave, isWorked: false },
];
const line = (date: string | null, hourTypeId = work, minutes = 480) => ({ hourTypeId, date, minutes }) as never;

beforeAll(async () => {
  window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  HTMLDialogElement.prototype.showModal ??= function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function () {
    this.open = false;
  };
  await startTexts();
  await loadTexts('dialogs');
});
afterEach(cleanup);

describe('days to come', () => {
  it('are those with work after today, each once; leave may be taken ahead', () => {
    const lines = [line('2026-11-18'), line('2026-11-19'), line('2026-11-19'), line('2026-11-20', leave), line(null)];
    expect(daysAhead(lines, types, '2026-11-18')).toBe(1);
    expect(daysAhead(lines, types, '2026-11-20')).toBe(0);
    expect(daysAhead([line('2026-11-19', work, 0)], types, '2026-11-18')).toBe(0);
  });

  it.each([
    ['nl', '4 dagen liggen in de toekomst.', 'Versturen'],
    ['en', '4 days are in the future.', 'Send'],
  ] as const)('are asked about, and hold nothing back, in %s', async (language, words, send) => {
    await setLanguage(language);
    const onSend = vi.fn();
    render(<AskWarnings warnings={[]} ahead={4} onClose={() => {}} onSend={onSend} />);
    expect(screen.getByText(words)).toBeTruthy();
    fireEvent.click(screen.getByText(send));
    expect(onSend).toHaveBeenCalledOnce();
  });
});

describe('hours that came back and were not changed', () => {
  it.each([
    ['nl', 'Eerst aanpassen'],
    ['en', 'Change them first'],
  ] as const)('are asked about with the reason, the safe button first, in %s', async (language, safe) => {
    await setLanguage(language);
    render(<AskUnchanged reason="Vrijdag was u vrij" onClose={() => {}} onSend={() => {}} />);
    expect(screen.getByText(/Vrijdag was u vrij/)).toBeTruthy();
    expect(document.activeElement?.textContent).toBe(safe);
  });
});
