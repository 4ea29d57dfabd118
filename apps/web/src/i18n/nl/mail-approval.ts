import type { texts as en } from '../en/mail-approval.ts';

export const texts: typeof en = {
  title: 'Uren goedkeuren',
  lead: 'De uren waar de e-mail over ging. Er wordt niets goedgekeurd voordat u op de knop drukt.',
  rows: 'Urenbriefjes',
  tickAll: 'Alles aanvinken',
  approve_one: '{{count}} urenbriefje goedkeuren, {{hours}} uur',
  approve_other: '{{count}} urenbriefjes goedkeuren, {{hours}} uur',
  done_one: '{{count}} urenbriefje goedgekeurd.',
  done_other: '{{count}} urenbriefjes goedgekeurd.',
  undo: 'In het urenportaal kunt u het ongedaan maken, tot de uren zijn betaald.',
  refused_one: '{{count}} urenbriefje is niet goedgekeurd:',
  refused_other: '{{count}} urenbriefjes zijn niet goedgekeurd:',
  nothing: 'Geen van deze uren wacht nog op u.',
  allHidden: 'Log in om deze uren te zien en goed te keuren.',
  hidden_one: 'Log in voor nog {{count}} urenbriefje: de uren daarvan staan hier niet.',
  hidden_other: 'Log in voor nog {{count}} urenbriefjes: de uren daarvan staan hier niet.',
  logIn: 'Inloggen',
  home: 'Naar het portaal',
  until: 'Deze link werkt tot {{moment}}.',
  all: 'Alle uren die op u wachten, staan in het portaal.',
  revoke: 'Deze link onbruikbaar maken',
  state: {
    expired: 'Deze link werkt niet meer',
    revoked: 'Deze link werkt niet meer',
    unknown: 'Deze link is niet bekend',
    foreign: 'Deze link is voor iemand anders',
  },
  why: {
    expired: 'Een link in een e-mail werkt korte tijd. De uren die op u wachten, staan in het portaal.',
    revoked:
      'Er kwam een latere e-mail, of de link is onbruikbaar gemaakt. De uren die op u wachten, staan in het portaal.',
    unknown: 'Misschien is hij in de e-mail afgebroken. De uren die op u wachten, staan in het portaal.',
    foreign: 'U bent ingelogd als iemand anders dan aan wie de e-mail was gestuurd.',
  },
};
