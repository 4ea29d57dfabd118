import type { texts as en } from '../en/help.ts';

export const texts: typeof en = {
  title: 'Help',
  lead: 'Hoe het hier werkt, stap voor stap.',
  search: 'Zoeken in de help',
  searchHint: 'Bijvoorbeeld: goedkeuren, wachtwoord, factuur',
  here: 'Over het scherm waar u vandaan komt',
  all: 'Alle onderwerpen',
  none: 'Niets gevonden. Probeer een ander woord, of bel of mail de helpdesk.',
  back: 'Alle help',
  unknown: 'Deze helppagina is hier niet',
  unknownText: 'De pagina bestaat niet, of gaat over iets wat u hier niet kunt.',
  go: 'Naar dit scherm',
  picture: 'Hoe het scherm eruitziet: {{title}}',
  links: 'Meer lezen',
  desk: { title: 'Nog een vraag?', text: 'De helpdesk van {{agency}} helpt u graag.' },
  article: {
    'send-hours': {
      title: 'Uw uren invullen en versturen',
      about: 'Elke week vult u in wat u gewerkt hebt en verstuurt u dat naar uw opdrachtgever.',
      steps: {
        one: 'Open **Mijn uren** en kies de week; de oudste die nog verstuurd moet worden, staat bovenaan.',
        two: 'Vul per dag uw uren in: 7,5 of 7:30. Met **Vorige week overnemen** is alles in één keer ingevuld, ook zoals afgesproken.',
        three: 'Klik op **Versturen**. Zolang uw opdrachtgever niet beslist heeft, kunt u ze terughalen.',
      },
    },
    'add-hours': {
      title: 'Vergeten uren toevoegen',
      about: 'Uren die al verstuurd zijn, blijven zoals ze zijn; wat u vergat, verstuurt u ernaast.',
      steps: {
        one: 'Open **Historie** en kies de week.',
        two: 'Klik op **Urenregels toevoegen**, vul alleen in wat ontbreekt, en waarom.',
        three: 'Verstuur ze. Uw opdrachtgever keurt ze apart goed.',
      },
    },
    'sent-back': {
      title: 'Uw uren kwamen terug',
      about: 'Uw opdrachtgever of het uitzendbureau stuurde uren terug: er moet iets anders.',
      steps: {
        one: 'Op de homepagina en bij uw meldingen staat welke week het is, en waarom.',
        two: 'Open die, pas aan wat gevraagd wordt, en verstuur ze opnieuw.',
      },
    },
    approve: {
      title: 'Uren goedkeuren, veel tegelijk',
      about: 'Alle uren die op u wachten, staan in één lijst.',
      steps: {
        one: 'Open **Uren goedkeuren**. Wat opvalt is gemarkeerd: meer dan afgesproken, een eerste week, een opmerking.',
        two: 'Vink aan wat u goedkeurt. Met één klik vinkt u alles aan wat niet opvalt.',
        three: 'Klik op **Uren goedkeuren**. Met Ongedaan maken neemt u het terug.',
      },
    },
    decline: {
      title: 'Uren afkeuren',
      about: 'Uren die niet kloppen gaan terug naar de werknemer, met uw reden.',
      steps: {
        one: 'Vink de uren aan bij **Uren goedkeuren**, of open er een.',
        two: 'Klik op **Afkeuren** en zeg wat er anders moet. De werknemer leest het en verstuurt de uren opnieuw.',
      },
    },
    register: {
      title: 'Uren registreren voor uw mensen',
      about: 'Waar u de uren zelf invult, doet u dat voor iedereen tegelijk.',
      steps: {
        one: 'Open **Uren registreren** en kies de periode.',
        two: 'Vul per persoon de uren in, als lijst of als tabel; afgesproken uren kunt u voor iedereen invullen.',
        three: 'Verstuur ze: door te versturen keurt u ze goed.',
      },
    },
    status: {
      title: 'Zien wat er nog moet gebeuren',
      about:
        'Per periode: wat nog verstuurd moet worden, wat op de opdrachtgever wacht, en wat op het uitzendbureau wacht.',
      steps: {
        one: 'Open **Status** en kies de periode.',
        two: 'Elk getal opent zijn lijst, met namen.',
      },
    },
    past: {
      title: 'Uren van eerder terugvinden',
      about: 'Alles wat ooit verstuurd is, wat er ook van werd.',
      steps: {
        one: 'Open **Verstuurde urenbriefjes** en zoek op naam, functie, periode of nummer.',
        two: 'Open een urenbriefje om elke dag te zien, wie het goedkeurde, en elke versie die verstuurd is.',
      },
    },
    jobs: {
      title: 'Opzoeken wie waar werkt, en hun uren',
      about: 'Iedereen die via het uitzendbureau werkt of werkte, met de geschiedenis van hun uren.',
      steps: {
        one: 'Open **Jobs** en kies iemand: u ziet wat afgesproken is, wie uw contactpersoon is, en de uren per periode.',
        two: 'Uren openen hun urenbriefje. Alles kunt u downloaden.',
        three: 'Een inspectie vraagt om begin en einde van elke dag: dat register staat onder **Arbeidstijden**.',
      },
    },
    documents: {
      title: 'Documenten lezen en bevestigen',
      about:
        'Wat het bureau voor u neerzet: de cao, contracten, handleidingen, en van uzelf loonstroken en jaaropgaven.',
      steps: {
        one: 'Open **Documenten**. Wat u nog niet opende, staat onder **Nieuw**, en het aantal staat in het menu.',
        two: 'Kies een document: u ziet het meteen en kunt het downloaden.',
        three:
          'Onder **Te bevestigen** staat wat u moet lezen. Vink daar aan dat u het gelezen hebt. Het bureau bewaart dat als bewijs.',
      },
    },
    'put-documents': {
      title: 'Documenten plaatsen en zien wie ze las',
      about: 'Voor iedereen, een rol, een organisatie of één persoon.',
      steps: {
        one: 'Kies **Document plaatsen**, kies of sleep de bestanden, en zeg voor wie ze zijn. Dat ligt daarna vast.',
        two: 'Open het document om te zien wie het opende en bevestigde, en om een nieuwe versie te plaatsen.',
        three: 'Wat u verwijdert, staat onder **Verwijderd**: het bestand is weg, wie het las blijft bewaard.',
      },
    },
    invoices: {
      title: 'Facturen vinden en controleren',
      about: 'Uw facturen, met de uren achter elke factuur.',
      steps: {
        one: 'Open **Facturen** en zoek op nummer, budgetnummer of opdrachtgever.',
        two: 'Het klokje bij een factuur toont de urenbriefjes erachter, en wie ze goedkeurde.',
        three: 'Klopt er iets niet? Zeg het bij de factuur of bij een regel: het uitzendbureau antwoordt daar.',
      },
    },
    colleagues: {
      title: 'Iemand voor u laten waarnemen',
      about: 'Op vakantie? Een collega keurt in uw plaats goed, zolang u dat zegt.',
      steps: {
        one: 'Open **Collega’s**.',
        two: 'Wijs een vervanger aan, van wanneer tot wanneer. Bij wat die goedkeurt staat dat het voor u was.',
      },
    },
    'last-approval': {
      title: 'De laatste goedkeuring',
      about: 'Wat opdrachtgevers goedkeurden, wordt nog één keer bekeken voor het betaald wordt.',
      steps: {
        one: 'Open **Urenbriefjes**, en daar wat op de laatste goedkeuring wacht. Wat opvalt, staat vooraan.',
        two: 'Vink aan wat goed is, en maak het definitief; wat niet goed is, gaat terug met een reden.',
      },
    },
    payroll: {
      title: 'Een verloning maken',
      about: 'Een verloning neemt alle definitieve uren mee die nog niet betaald zijn, elk één keer.',
      steps: {
        one: 'Open **Verloning** en bekijk de verloning die voorgesteld is.',
        two: 'Houd tegen wat nog niet betaald moet worden; ontbrekende tarieven en codes worden genoemd.',
        three: 'Sluit haar: daarna verandert ze niet meer. Neem dan het bestand voor het salarispakket.',
      },
    },
    'invoice-day': {
      title: 'Een week in één keer factureren',
      about: 'Concepten, nummers en e-mail van alle opdrachtgevers, in de volgorde waarin het gaat.',
      steps: {
        one: 'Open **Factuurdag** vanuit de facturen.',
        two: 'Maak de concepten en bekijk wat overgeslagen is.',
        three: 'Maak ze definitief, en mail ze.',
      },
    },
    records: {
      title: 'Iemand begint bij een opdrachtgever',
      about: 'Een opdrachtgever, een werknemer en een plaatsing: dan kunnen er uren verstuurd worden.',
      steps: {
        one: 'Voeg de opdrachtgever toe onder **Organisaties** en de persoon onder **Werknemers**; nodig die daar uit.',
        two: 'Voeg een plaatsing toe onder **Plaatsingen**: functie, data, afgesproken uren, wie ze invult.',
        three: 'Geef haar tarieven: zonder tarief kunnen uren niet betaald of gefactureerd worden.',
      },
    },
    import: {
      title: 'Veel gegevens tegelijk meebrengen',
      about: 'Opdrachtgevers, werknemers, plaatsingen en leidinggevenden uit Excel of CSV.',
      steps: {
        one: 'Open **Import en export** en neem het voorbeeld van wat u meebrengt.',
        two: 'Lever uw bestand in: eerst ziet u regel voor regel wat er zou veranderen en wat er niet klopt.',
        three: 'Voer het pas door als het goed is.',
      },
    },
    settings: {
      title: 'Het uitzendbureau instellen',
      about: 'Naam, uiterlijk, deadline, herinneringen, en hoe er gefactureerd wordt.',
      steps: {
        one: 'Open **Uitzendbureau**.',
        two: 'Kies de dag en het uur waarop uren goedgekeurd moeten zijn, en wanneer wie herinnerd wordt.',
      },
    },
    messages: {
      title: 'Een bericht schrijven en lezen',
      about: 'Met het uitzendbureau, op één plek: over uren, een factuur of iets anders.',
      steps: {
        one: 'Open **Berichten**; wat nieuw is, staat vet en wordt in het menu geteld.',
        two: 'Klik op **Nieuw bericht**, of stel uw vraag bij het urenbriefje of de factuur zelf: dan staat erbij waar het over gaat.',
        three: 'U kunt bestanden meesturen. Wat u typt, blijft bewaard tot u het verstuurt.',
      },
    },
    notices: {
      title: 'Kiezen wat u hoort, en waar',
      about: 'Wat er voor u gebeurt, staat bij de bel; wat u daarvan hoort, kiest u zelf.',
      steps: {
        one: 'Open **Meldingen** met de bel bovenaan: daar staat alles, ook wat u al las.',
        two: 'Klik op **Kiezen wat u hoort** en vink per soort aan: op het scherm, per e-mail, allebei of geen van beide.',
        three: 'Liever één e-mail per dag? Dat kiest u daar ook; herinneringen komen op hun eigen tijd.',
      },
    },
    account: {
      title: 'Uw wachtwoord, taal en e-mail',
      about: 'Wat van u is: hoe u inlogt, en welke e-mail u krijgt.',
      steps: {
        one: 'Open **Accountinstellingen**.',
        two: 'Wijzig uw wachtwoord, kies uw e-mail, en zie waar u ingelogd bent.',
        three: 'Wachtwoord vergeten? Op de inlogpagina vraagt u een link aan.',
      },
    },
  },
};
