import { expect, password, test, withDatabase } from '../fixtures.ts';
import { expectNoViolations } from '../no-violations.ts';

const words = {
  nl: {
    title: 'Uren goedkeuren',
    approve: '1 urenbriefje goedkeuren, 37,50 uur',
    done: '1 urenbriefje goedgekeurd.',
    nothing: 'Geen van deze uren wacht nog op u.',
    hidden: 'Log in om deze uren te zien en goed te keuren.',
    fromMail: 'Vanuit de e-mail.',
    revoke: 'Deze link onbruikbaar maken',
    dead: 'Deze link werkt niet meer',
    other: 'Deze link is voor iemand anders',
  },
  en: {
    title: 'Approve hours',
    approve: 'Approve 1 worksheet, 37.50 hours',
    done: '1 worksheet approved.',
    nothing: 'None of these hours are waiting for you any longer.',
    hidden: 'Log in to see these hours and approve them.',
    fromMail: 'From the mail.',
    revoke: 'Make this link unusable',
    dead: 'This link no longer works',
    other: 'This link is for somebody else',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  test(`A supervisor approves from the mail what it was about, and nothing by opening it (${language})`, async ({
    page,
    context,
    signInAs,
    makeWorkplace,
    sendLastWeek,
  }) => {
    const say = words[language];
    const { organisationId, supervisor, workers } = await makeWorkplace([`Wim Mail${language}`, `Zoe Mail${language}`]);
    const [first, second] = workers;
    const sheet = await sendLastWeek(first);
    await sendLastWeek(second, 7.5);
    await signInAs(supervisor, { language });
    const remind = async (mailApproval: string) => {
      await withDatabase((db) =>
        db.query('UPDATE organisation SET mail_approval = $2 WHERE id = $1', [organisationId, mailApproval]),
      );
      await page.request.post('/api/auth/login', { data: { login: 'staff@konnekt.example', password } });
      await withDatabase((db) =>
        db.query("UPDATE mail SET created_at = created_at - interval '2 hours' WHERE kind LIKE 'reminder-%'"),
      );
      const answer = await page.request.post('/api/reminders', { data: { round: 'supervisors', organisationId } });
      expect(await answer.json()).toEqual({ mails: 1 });
      await context.clearCookies();
      return withDatabase(async (db) => {
        const found = await db.query(
          `SELECT body_text FROM mail m JOIN account a ON a.id = m.account_id
            WHERE a.person_id = $1 AND m.kind LIKE 'reminder-%' ORDER BY m.id DESC LIMIT 1`,
          [supervisor.personId],
        );
        return `/approve#${/\/approve#(\S+)/.exec(found.rows[0].body_text)?.[1]}`;
      });
    };

    const link = await remind('open');
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1, name: say.title })).toBeVisible();
    if (language === 'nl') await expectNoViolations(page, 'hours to approve from the mail');
    await page.getByRole('checkbox', { name: new RegExp(first.name) }).uncheck();
    await page.getByRole('button', { name: say.approve }).click();
    await expect(page.getByText(say.done)).toBeVisible();
    await expect(page.getByText(first.name)).toBeVisible();
    await expect(page.getByText(second.name)).toBeHidden();

    // Where the client does not allow it, a forwarded link shows no hours; to its receiver, logged in, it does.
    const closed = await remind('signed-in');
    await page.goto('about:blank');
    await page.goto(closed);
    await expect(page.getByText(say.hidden)).toBeVisible();
    await expect(page.getByText(first.name)).toBeHidden();
    await signInAs('staff', { language });
    await page.goto(closed);
    await expect(page.getByText(say.other)).toBeVisible();
    await signInAs(supervisor, { language });
    await page.goto(closed);
    await page.getByRole('button', { name: /40[.,]00/ }).click();
    await expect(page.getByText(say.done)).toBeVisible();
    await page.getByRole('button', { name: say.revoke }).click();
    await expect(page.getByText(say.dead)).toBeVisible();
    await page.goto(`/timesheets/${sheet.id}`);
    await expect(page.getByText(say.fromMail)).toBeVisible();
  });
}
