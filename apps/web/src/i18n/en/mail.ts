export const texts = {
  title: 'Mail',
  lead: 'In this demo nothing is mailed: what people would get is read here.',
  table: 'Mails',
  to: 'To {{address}}',
  emptyTitle: 'No mail yet',
  emptyText: 'Invite somebody, or ask for a new password on the log-in page.',
  gone: 'The words of this mail are not kept any more.',
  shown: '{{shown}} of {{total}}',
  refresh: 'Look for new mail',
  toLogIn: 'To log in',
};
