export const texts = {
  title: 'Mail',
  lead: 'Nothing is mailed in this demo: read here what people would receive.',
  table: 'E-mails',
  to: 'To {{address}}',
  emptyTitle: 'No mail yet',
  emptyText: 'Invite somebody, or ask for a new password on the log-in page.',
  gone: 'The text of this e-mail is no longer kept.',
  refresh: 'Check for new mail',
  toLogIn: 'Go to log in',
};
