import { describe, expect, it } from 'vitest';
import { ask, testApp } from '#api/test/build-app';
import { createOrganisation } from '#api/test/factories';
import { signInNew } from '#api/test/sign-in-as';

const test = testApp();

describe('GET /api/organisations', () => {
  it('sorts as people do, whatever the case and the locale of the database, also over pages', async () => {
    for (const name of ['Zorggroep', 'de Boer', 'Élan', 'Bakker']) await createOrganisation(test.db, name);
    const staff = await signInNew(test, 'staff');
    const page = async (query: string) => (await ask(test.app, staff, 'GET', `/api/organisations?${query}`)).body;
    const first = await page('limit=2');
    const second = await page(`limit=2&cursor=${first.nextCursor}`);
    const names = [...first.items, ...second.items].map(({ name }: { name: string }) => name);
    expect(names).toEqual(['Bakker', 'de Boer', 'Élan', 'Zorggroep']);
    expect([first.total, second.total, second.nextCursor]).toEqual([4, 4, null]);
  });
});
