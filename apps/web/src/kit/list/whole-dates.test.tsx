import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { wholeDates } from './whole-dates.tsx';

const drawn = (shown: Parameters<typeof wholeDates>[0]) =>
  renderToStaticMarkup(wholeDates(shown)).replaceAll(/ class="[^"]*"/g, '');

it('keeps each date of a text on one line, and the words as they are', () => {
  expect(drawn('01-12-2025 t/m 29-01-2027')).toBe('<span>01-12-2025</span> t/m <span>29-01-2027</span>');
  expect(drawn('vanaf 1-2-2026, 16:17')).toBe('vanaf <span>1-2-2026</span>, 16:17');
  expect(drawn('from 1 Dec 2025')).toBe('from <span>1 Dec 2025</span>');
  expect(drawn('010-300-4050')).toBe('010-300-4050');
});

it('keeps the dates whole that stand in an element, such as figures', () => {
  expect(drawn(<em className="figures">01-12-2025 – {'31-12-2025'}</em>)).toBe(
    '<em><span>01-12-2025</span> – <span>31-12-2025</span></em>',
  );
  expect(drawn(<br />)).toBe('<br/>');
});
