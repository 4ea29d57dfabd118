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
  tooManyAttempts_one: 'Te veel pogingen. Controleer wat u invult; over {{count}} seconde kunt u het opnieuw proberen.',
  tooManyAttempts_other:
    'Te veel pogingen. Controleer wat u invult; over {{count}} seconden kunt u het opnieuw proberen.',
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
  forgot: {
    link: 'Wachtwoord vergeten?',
    title: 'Wachtwoord vergeten',
    text: 'Vul uw e-mailadres of gebruikersnaam in. U krijgt een e-mail met een link om een nieuw wachtwoord in te stellen of uw account te activeren.',
    submit: 'Link versturen',
    doneTitle: 'Kijk in uw mailbox',
    doneText:
      'Als er bij {{login}} een account hoort, is er een e-mail met een link onderweg. De link werkt één keer, 48 uur lang. Na een paar minuten nog niets? Kijk in uw map met ongewenste e-mail, of bel of mail de helpdesk.',
    again: 'Naar een ander adres versturen',
    back: 'Naar inloggen',
  },
  link: {
    loading: 'De link wordt gecontroleerd…',
    newLink: 'Nieuwe link aanvragen',
    logIn: 'Naar inloggen',
    password: 'Nieuw wachtwoord',
    passwordHint: 'Minstens {{count}} tekens. Een korte zin is makkelijk te onthouden en moeilijk te raden.',
    repeat: 'Nieuw wachtwoord nogmaals',
    tooShort: 'Gebruik minstens {{count}} tekens.',
    tooLong: 'Gebruik hoogstens {{count}} tekens.',
    guessable: 'Dit is te makkelijk te raden. Kies een langere zin, of woorden die niets met u te maken hebben.',
    notTheSame: 'De twee wachtwoorden zijn verschillend.',
    activation: {
      title: 'Uw account activeren',
      text: 'Welkom, {{name}}. Kies uw eigen wachtwoord. Voortaan logt u in met {{email}}.',
      submit: 'Account activeren',
    },
    'new-password': {
      title: 'Nieuw wachtwoord instellen',
      text: '{{name}}, kies een nieuw wachtwoord voor {{email}}. Op al uw apparaten wordt u uitgelogd.',
      submit: 'Wachtwoord instellen',
    },
    expired: {
      title: 'Deze link is verlopen',
      text: 'Een link werkt 48 uur, en alleen zolang er geen nieuwere is verstuurd. Gebruik de link uit de laatste e-mail, of vraag een nieuwe aan.',
    },
    used: {
      title: 'Uw account is al actief',
      text: 'Deze link is gebruikt. Log in met {{email}} en het wachtwoord dat u hebt gekozen. Weet u dat niet meer? Vraag dan een nieuwe link aan.',
      textBare:
        'Deze link is gebruikt. Log in met het wachtwoord dat u hebt gekozen. Weet u dat niet meer? Vraag dan een nieuwe link aan.',
    },
    usedPassword: {
      title: 'Deze link is al gebruikt',
      text: 'Uw wachtwoord is ermee ingesteld. Log in met {{email}}, of vraag een nieuwe link aan.',
      textBare: 'Uw wachtwoord is ermee ingesteld. Log in, of vraag een nieuwe link aan.',
    },
    unknown: {
      title: 'Deze link kennen we niet',
      text: 'Misschien is een deel ervan weggevallen. Klik nog eens op de link in de e-mail, of kopieer hem helemaal. Helpt dat niet, vraag dan een nieuwe link aan of bel of mail de helpdesk.',
    },
  },
  demoMail: {
    title: 'E-mail in deze demo',
    text: 'Hier wordt niets verstuurd: lees de uitnodigingen en links zelf.',
    open: 'E-mail lezen',
  },
  signedOutElsewhere: 'U bent in een ander venster uitgelogd.',
};
