// @vitest-environment jsdom
import { mostCounted } from '@konnekt/shared/basics/most-counted';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { setLanguage, startTexts } from '../../i18n/index.ts';
import { ListRest } from './list-rest.tsx';

beforeAll(async () => {
  await startTexts();
  await setLanguage('nl');
});

const drawn = (total: number) =>
  renderToStaticMarkup(
    <ListRest query={{ hasNextPage: false, isFetchingNextPage: false } as never} shown={100} total={total} />,
  );

it('says how many there are, and of a count that stopped that there are more', () => {
  expect(drawn(mostCounted - 1)).toContain('100 van 9.999 getoond');
  expect(drawn(mostCounted)).toContain('100 van meer dan 10.000 getoond');
  expect(drawn(25_000)).toContain('100 van meer dan 10.000 getoond');
});
