import type { texts as english } from '../en/dialogs.ts';

export const texts: typeof english = {
  note: {
    done: 'Klaar',
    receipt: 'Bon',
    hint: { asked: 'Hier hoort een bon bij.', required: 'Zonder bon kan dit niet worden verzonden.' },
    kinds: 'Een foto of een pdf, hoogstens {{most}} MB.',
    attach: 'Bon toevoegen',
    another: 'Een andere kiezen',
    remove: 'Bon verwijderen',
    tooLarge: 'Dit bestand is groter dan {{most}} MB. Kies een kleiner bestand.',
    wrongType: 'Dit is geen foto en geen pdf. Kies een JPEG-, PNG-, WebP- of pdf-bestand.',
  },
  ask: {
    title: 'Kijk deze uren na',
    text: 'Dit houdt niets tegen: gewerkte uren kunt u altijd versturen.',
    send: 'Versturen',
    lookAgain: 'Nog eens kijken',
  },
  paste: {
    title: 'Dit past niet precies',
    fills_one: '{{count}} vak wordt gevuld.',
    fills_other: '{{count}} vakken worden gevuld.',
    left_one: '{{count}} tekst heeft geen plaats en valt weg.',
    left_other: '{{count}} teksten hebben geen plaats en vallen weg.',
    wide: 'Wat u kopieerde is breder dan de tabel vanaf hier.',
    ragged: 'De regels zijn niet even lang.',
    unread_one: '{{count}} tekst is geen uren: begint het blok in de juiste kolom?',
    unread_other: '{{count}} teksten zijn geen uren: begint het blok in de juiste kolom?',
    go: 'Toch plakken',
  },
  copy: {
    askText_one: 'In {{count}} vak staat iets dat zou worden vervangen.',
    askText_other: 'In {{count}} vakken staat iets dat zou worden vervangen.',
    fill: 'Alleen lege vakken vullen',
    go: 'Overnemen',
    replace: 'Vervangen',
    absences: 'Deze ook overnemen?',
    absencesText: 'Afwezigheid komt niet vanzelf mee.',
  },
};
