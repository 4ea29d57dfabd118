import type { Language } from '@konnekt/shared/basics/actor';

/** Who a mail is from: the agency, in its own colour. */
export interface MailSender {
  name: string;
  accentColour: string;
  helpdeskPhone: string;
  helpdeskEmail: string;
}

/** A mail in words: paragraphs and lists, around a link to press where there is one. */
export interface MailWords {
  subject: string;
  greeting: string;
  before: (string | readonly string[])[];
  press?: { button: string; link: string };
  after: string[];
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** The same words as plain text and as simple HTML that every mail program shows. */
export function layOut(language: Language, sender: MailSender, words: MailWords): Mail {
  const { subject, greeting, press, after } = words;
  const before = words.before.filter((part) => part.length > 0);
  const toPress = press ? [`${press.button}:\n${press.link}`] : [];
  const text = [
    greeting,
    ...before.map((part) => (typeof part === 'string' ? part : part.map((one) => `- ${one}`).join('\n'))),
    ...toPress,
    ...after,
    questions[language](sender),
    `${regards[language]}\n${sender.name}`,
  ];
  const colour = /^#[0-9a-f]{6}$/i.test(sender.accentColour) ? sender.accentColour : '#1a1f24';
  const lines = (words: string) => escapeHtml(words).replaceAll('\n', '<br>');
  const paragraph = (words: string) => `<p style="margin:0 0 16px">${lines(words)}</p>`;
  const list = (items: readonly string[]) =>
    `<ul style="margin:0 0 16px;padding:0 0 0 20px">${items.map((item) => `<li>${lines(item)}</li>`).join('')}</ul>`;
  const part = (words: string | readonly string[]) => (typeof words === 'string' ? paragraph(words) : list(words));
  const button = (words: string, link: string) =>
    `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="display:inline-block;padding:11px 20px;border-radius:6px;background:${colour};color:${textOn(colour)};font-weight:600;text-decoration:none">${escapeHtml(words)}</a></p>`;
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f6f7f9;color:#1a1f24;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e3e6ea;border-top:4px solid ${colour};border-radius:8px">
<tr><td style="padding:24px 28px 8px">
<p style="margin:0 0 20px;font-size:18px;font-weight:600">${escapeHtml(sender.name)}</p>
${[...[greeting, ...before].map(part), ...(press ? [button(press.button, press.link)] : []), ...[...after, questions[language](sender)].map(paragraph)].join('\n')}
<p style="margin:0 0 16px">${escapeHtml(regards[language])}<br>${escapeHtml(sender.name)}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
  return { subject, text: `${text.join('\n\n')}\n`, html };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Black or white, whichever reads better on the colour (relative luminance, WCAG 2.2). */
function textOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

const questions = {
  nl: ({ helpdeskPhone: phone, helpdeskEmail: email }: MailSender) =>
    phone ? `Vragen? Bel ${phone} of mail ${email}.` : `Vragen? Mail ${email}.`,
  en: ({ helpdeskPhone: phone, helpdeskEmail: email }: MailSender) =>
    phone ? `Questions? Call ${phone} or mail ${email}.` : `Questions? Mail ${email}.`,
};

const regards = { nl: 'Met vriendelijke groet,', en: 'Kind regards,' };
