import type { texts as english } from '../en/note.ts';

export const texts: typeof english = {
  done: 'Klaar',
  receipt: 'Bon',
  hint: { asked: 'Hier hoort een bon bij.', required: 'Zonder bon kan dit niet worden verzonden.' },
  kinds: 'Een foto of een pdf, hoogstens {{most}} MB.',
  attach: 'Bon toevoegen',
  another: 'Een andere kiezen',
  remove: 'Bon verwijderen',
  tooLarge: 'Dit bestand is groter dan {{most}} MB. Kies een kleiner bestand.',
  wrongType: 'Dit is geen foto en geen pdf. Kies een JPEG-, PNG-, WebP- of pdf-bestand.',
};
