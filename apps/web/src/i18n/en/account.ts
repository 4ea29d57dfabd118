export const texts = {
  title: 'Account settings',
  intro: 'Logged in as {{name}} ({{email}}).',
  password: {
    title: 'Change password',
    current: 'Current password',
    next: 'New password',
    nextHint: 'At least {{count}} characters. A short sentence is easy to remember and hard to guess.',
    repeat: 'New password again',
    submit: 'Change password',
    done: 'Your password has been changed. You are logged out on your other devices.',
    missing: 'Fill this in.',
    tooShort: 'Use at least {{count}} characters.',
    tooLong: 'Use at most {{count}} characters.',
    notTheSame: 'The two new passwords differ.',
  },
  language: { title: 'Language', text: 'Also used for the mail you get.' },
  scheme: { title: 'Appearance', text: 'Kept on this device.' },
};
