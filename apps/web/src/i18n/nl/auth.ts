import type { texts as en } from '../en/auth.ts';

export const texts: typeof en = {
  title: 'Inloggen',
  welcome: 'Inloggen bij {{agency}}',
  intro: 'Uren versturen, controleren en goedkeuren.',
  login: 'E-mailadres of gebruikersnaam',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  missingLogin: 'Vul uw e-mailadres of gebruikersnaam in.',
  missingPassword: 'Vul uw wachtwoord in.',
  showPassword: 'Wachtwoord tonen of verbergen',
  tooManyAttempts_one: 'Te veel pogingen. U kunt het over {{count}} seconde opnieuw proberen.',
  tooManyAttempts_other: 'Te veel pogingen. U kunt het over {{count}} seconden opnieuw proberen.',
  tryAgainNow: 'U kunt het nu opnieuw proberen.',
  demo: {
    title: 'Demo-accounts',
    hint: 'Kies er een: die wordt voor u ingevuld. Wachtwoord: {{password}}',
  },
  demoRole: {
    supervisor: 'Keurt uren goed',
    registrar: 'Registreert uren',
    employee: 'Verstuurt uren',
    staff: 'Binnendienst',
    admin: 'Beheerder',
  },
  again: {
    title: 'Opnieuw inloggen',
    text: 'Uw sessie is verlopen. Log in als {{name}} om verder te gaan waar u was; wat u hebt getypt, blijft staan.',
    other: 'Als iemand anders inloggen',
  },
  signedOutElsewhere: 'U bent in een ander venster uitgelogd.',
};
