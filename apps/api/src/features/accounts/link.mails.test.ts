import { describe, expect, it } from 'vitest';
import { linkMail } from './link.mails.ts';

const mail = {
  sender: {
    name: 'Bureau <b>Berg</b> & Zn.',
    accentColour: '#ffe066',
    helpdeskPhone: '010 300 40 50',
    helpdeskEmail: 'help@bureau.example',
  },
  name: 'Anna "de" Vries',
  email: 'anna@bureau.example',
  role: 'supervisor',
  language: 'nl',
  link: 'https://uren.bureau.example/activate#abc',
  until: new Date('2026-11-23T09:00:00Z'),
} as const;

describe('the mail with a link', () => {
  it('says in Dutch what it is for and until when, in Amsterdam', () => {
    const { subject, text } = linkMail('activation', mail);
    expect(subject).toBe('Uitnodiging voor het urenportaal van Bureau <b>Berg</b> & Zn.');
    expect(text).toContain('Daarin keurt u uren goed of registreert u ze.');
    expect(text).toContain('https://uren.bureau.example/activate#abc\n');
    expect(text).toContain('tot maandag 23 november 2026 om 10:00.');
    expect(text).toContain('Vragen? Bel 010 300 40 50 of mail help@bureau.example.');
  });

  it('says the same in English', () => {
    const { subject, text } = linkMail('new-password', { ...mail, language: 'en' });
    expect(subject).toBe('New password for the hours portal of Bureau <b>Berg</b> & Zn.');
    expect(text).toMatch(/until Monday,? 23 November 2026 at 10:00\./);
    expect(text).toContain('your password stays as it is');
  });

  it('lets nothing that somebody typed become HTML', () => {
    const { html } = linkMail('activation', { ...mail, link: 'https://x.example/"><script>' });
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain('Bureau &lt;b&gt;Berg&lt;/b&gt; &amp; Zn.');
    expect(html).toContain('href="https://x.example/&quot;&gt;&lt;script&gt;"');
  });

  it('reads on a light colour as on a dark one, and takes no colour that is none', () => {
    const style = (accentColour: string) =>
      linkMail('activation', { ...mail, sender: { ...mail.sender, accentColour } }).html;
    expect(style('#ffe066')).toContain('background:#ffe066;color:#000000');
    expect(style('#0b6e6e')).toContain('background:#0b6e6e;color:#ffffff');
    expect(style('red;}')).not.toContain('red;}');
  });

  it('names no telephone where there is none', () => {
    const sender = { ...mail.sender, helpdeskPhone: '' };
    expect(linkMail('activation', { ...mail, sender }).text).toContain('Vragen? Mail help@bureau.example.');
  });
});
