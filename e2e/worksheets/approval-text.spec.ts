import { expect, test } from '../fixtures.ts';

const words = {
  nl: {
    text: 'Akkoordtekst in het Nederlands',
    other: 'Akkoordtekst in het Engels',
    save: 'Opslaan',
    agree: 'Door goed te keuren gaat u hiermee akkoord',
    approve: 'Uren goedkeuren',
    approveOne: 'Goedkeuren',
    tick: /^Aanvinken/,
    done: '1 urenbriefje goedgekeurd',
    agreed: 'Akkoord met de tekst bij het goedkeuren, versie 1',
  },
  en: {
    text: 'Approval text in English',
    other: 'Approval text in Dutch',
    save: 'Save',
    agree: 'You agree to this by approving',
    approve: 'Approve hours',
    approveOne: 'Approve',
    tick: /^Tick/,
    done: '1 worksheet approved',
    agreed: 'Agreed to the approval text, version 1',
  },
};

for (const language of ['nl', 'en'] as const) {
  test(`A client agrees to the text above the button, and the history keeps it (${language})`, async ({
    sendLastWeek,
    page,
    signInAs,
    makeWorkplace,
  }) => {
    const t = words[language];
    const workplace = await makeWorkplace(['Kees de Boer', 'Lotte Smit']);
    for (const worker of workplace.workers) await sendLastWeek(worker);
    const text = `De uren van ${workplace.organisationName} zijn juist.`;
    await signInAs('staff', { language, path: `/manage/organisations/${workplace.organisationId}` });
    await page.getByLabel(t.text).fill(text);
    await page.getByLabel(t.other).fill(text);
    await page.getByRole('button', { name: t.save }).click();
    await expect(page.getByRole('button', { name: t.save })).toBeDisabled();
    await signInAs(workplace.supervisor, { language, path: '/timesheets/approve' });
    const agreement = page.getByRole('region', { name: t.agree });
    await expect(page.getByText('Kees de Boer').first()).toBeVisible();
    await expect(agreement).toHaveCount(0);
    await page.getByRole('checkbox', { name: /Kees de Boer/ }).check();
    await expect(agreement).toContainText(text);
    await page.getByRole('button', { name: t.approve, exact: true }).click();
    await expect(page.getByText(t.done).first()).toBeVisible();
    await page
      .getByRole('link', { name: /Lotte Smit/ })
      .first()
      .click();
    await expect(agreement).toContainText(text);
    await page.getByRole('button', { name: t.approveOne, exact: true }).click();
    await page.getByText(t.agreed).click();
    await expect(page.getByRole('blockquote').filter({ hasText: text })).toBeVisible();
  });
}
