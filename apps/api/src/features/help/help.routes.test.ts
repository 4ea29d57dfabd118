import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, testApp } from '#api/test/build-app';
import { signInNew } from '#api/test/sign-in-as';

const test = testApp();
let admin: Client;
let employee: Client;

beforeAll(async () => {
  admin = await signInNew(test, 'admin');
  employee = await signInNew(test, 'employee');
});

const cao = { nameNl: 'Cao voor uitzendkrachten', nameEn: 'Collective agreement', url: 'https://www.abu.nl/cao' };
const version = async () => (await ask(test.app, admin, 'GET', '/api/settings/help')).body.version;
const save = async (links: object[]) =>
  ask(test.app, admin, 'PUT', '/api/settings/help', { version: await version(), links });

describe('links of the help', () => {
  it('are set by an admin and read by everybody', async () => {
    expect((await ask(test.app, employee, 'GET', '/api/help-links')).body).toEqual({ links: [] });
    expect((await save([cao])).body.links).toEqual([cao]);
    expect((await ask(test.app, employee, 'GET', '/api/help-links')).body).toEqual({ links: [cao] });
  });

  it('lead to pages, and never to something that a browser runs', async () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'abu.nl', 'https://', 'file:///etc/passwd']) {
      const { status, body } = await save([{ ...cao, url }]);
      expect([url, status]).toEqual([url, 400]);
      expect(body.errors).toEqual([{ pointer: '/links/0/url', code: 'web-address' }]);
    }
  });

  it('are not overwritten by who saw older ones, and the audit log says who changed them', async () => {
    const old = (await version()) - 1;
    const { body } = await ask(test.app, admin, 'PUT', '/api/settings/help', { version: old, links: [] });
    expect(body.code).toBe('record-changed');
    const events = (await ask(test.app, admin, 'GET', '/api/audit?limit=1&subjectType=agency')).body.items;
    expect(events[0].changes).toMatchObject([{ field: 'help' }]);
  });
});
