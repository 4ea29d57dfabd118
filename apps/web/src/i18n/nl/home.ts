import type { texts as en } from '../en/home.ts';

export const texts: typeof en = {
  title: 'Home',
  hello: 'Hallo {{name}}',
  deadline: {
    supervisor: 'Keur uiterlijk {{day}} goed ({{left}}): dan wordt het op {{paid}} uitbetaald.',
    registrar: 'Verstuur de uren van uw werknemers uiterlijk {{day}} ({{left}}): dan worden ze op {{paid}} uitbetaald.',
    employee:
      'Verstuur uw uren op tijd: wat uiterlijk {{day}} ({{left}}) is goedgekeurd, wordt op {{paid}} uitbetaald.',
    office: 'Wat uiterlijk {{day}} ({{left}}) is goedgekeurd, wordt op {{paid}} uitbetaald.',
  },
  approve: {
    title: 'Uren goedkeuren',
    count_one: '{{count}} urenbriefje, {{hours}} uur',
    count_other: '{{count}} urenbriefjes, {{hours}} uur',
    all_one: 'Naar de lijst',
    all_other: 'Alle {{count}} in de lijst',
    empty: 'Er wacht niets op u',
    emptyText: 'Nieuwe urenbriefjes verschijnen hier zodra werknemers ze versturen.',
    none: 'U keurt bij geen enkele organisatie uren goed.',
  },
  timesheets: {
    title: 'Mijn urenbriefjes',
    toSend: 'Nog versturen',
    empty: 'Niets te versturen',
    emptyText: 'Uren die u voor uw werknemers hebt ingevuld en nog niet hebt verstuurd, staan hier.',
    notForYou: 'Uw werknemers vullen zelf hun uren in, dus hier staat niets voor u.',
    more_one: 'en nog {{count}}',
    more_other: 'en nog {{count}}',
  },
  organisations: {
    title: 'Organisaties',
    empty: 'U bent nergens actief als leidinggevende',
    emptyText: 'Het uitzendbureau regelt dit: bel of mail de helpdesk.',
    mayApprove: 'Uren goedkeuren',
    mayRegister: 'Uren registreren',
    maySeeInvoices: 'Facturen inzien',
    until: 'tot en met {{day}}',
    waiting_one: '{{count}} wacht',
    waiting_other: '{{count}} wachten',
  },
  office: {
    title: 'Urenbriefjes per fase',
    thisPeriod: '{{period}}',
    all: 'Alle periodes',
    toFill: 'In te vullen',
    toApprove: 'Goed te keuren',
    toFinalise: 'Definitief te maken',
    toFillText: 'Door de werknemer',
    toApproveText: 'Door de opdrachtgever',
    toFinaliseText: 'Door het uitzendbureau',
  },
};
