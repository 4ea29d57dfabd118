import type { texts as en } from '../en/help.ts';

export const texts: typeof en = {
  title: 'Help',
  lead: 'Hoe het hier werkt, stap voor stap.',
  search: 'Zoeken in de help',
  searchHint: 'Bijvoorbeeld: wachtwoord',
  here: 'Over het scherm waar u vandaan komt',
  all: 'Alle onderwerpen',
  found: 'Gevonden',
  nearest: 'Geen onderwerp heeft al deze woorden. Deze hebben de meeste.',
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
      words:
        'urenbriefje urenstaat declareren ziek verlof vakantie reisuren kilometers onkosten foto bon nachtdienst pauze overuren insturen indienen opsturen inleveren werkbriefje urenbon week',
      steps: {
        one: 'Open **Mijn uren**: daar staat de week van nu; met de pijlen gaat u naar een andere. Welke weken nog verstuurd moeten worden, staat op de homepagina.',
        two: 'Vul per dag uw uren in: 7,5 of 7:30. Met **Vorige week overnemen** is alles in één keer ingevuld, ook zoals afgesproken.',
        three: 'Klik op **Versturen**. Zolang uw opdrachtgever niet beslist heeft, kunt u ze terughalen.',
      },
    },
    absence: {
      title: 'Ziek, vrij, reiskosten en bonnen',
      about: 'Wat geen gewone uren zijn, staat op een eigen regel in uw week.',
      words:
        'verlof vakantie vrije dag ziekte ziekmelden melden dokter reiskostenvergoeding kilometers kilometervergoeding reisuren onkosten declareren declaratie bonnetje foto overuren overwerk toeslag',
      steps: {
        one: 'Open **Mijn uren** en kies bij Uursoort toevoegen wat het is: ziek, verlof, reisuren, kilometers of onkosten. Wat daar niet staat, hoort niet bij deze plaatsing.',
        two: 'Vul bij de dag de uren, de kilometers of het bedrag in.',
        three: 'Wordt er om een bon gevraagd, voeg dan bij die dag een foto of pdf toe.',
        four: 'Ziek? Meld het ook zoals u met het uitzendbureau hebt afgesproken: hier vult u alleen de uren in.',
      },
    },
    'add-hours': {
      title: 'Vergeten uren toevoegen',
      about: 'Uren die al verstuurd zijn, blijven zoals ze zijn; wat u vergat, verstuurt u ernaast.',
      words: 'aanvullen nasturen overuren nabetaling vergeten niet ingevuld te weinig',
      steps: {
        one: 'Open **Historie** en kies de week.',
        two: 'Klik op **Urenregels toevoegen**, vul alleen in wat ontbreekt, en waarom.',
        three: 'Verstuur ze. Uw opdrachtgever keurt ze apart goed.',
      },
    },
    'sent-back': {
      title: 'Uw uren kwamen terug',
      about: 'Uw opdrachtgever of het uitzendbureau stuurde uren terug: er moet iets anders.',
      words: 'afgekeurd geweigerd teruggestuurd teruggekomen verbeteren',
      steps: {
        one: 'Op de homepagina en bij uw meldingen staat welke week het is, en waarom.',
        two: 'Open die, pas aan wat gevraagd wordt, en verstuur ze opnieuw.',
      },
    },
    approve: {
      title: 'Uren goedkeuren, veel tegelijk',
      about: 'Alle uren die op u wachten, staan in één lijst.',
      words:
        'accorderen akkoord fiatteren sneltoetsen goedkeuring urenbon urenbriefje werkbriefje urenstaat overuren overwerk bulk alles tegelijk',
      steps: {
        one: 'Open **Uren goedkeuren**. Wat opvalt is gemarkeerd: meer dan afgesproken, een eerste week, een opmerking.',
        two: 'Vink aan wat u goedkeurt. Met één klik vinkt u alles aan wat niet opvalt.',
        three: 'Klik op **Uren goedkeuren**. Met Ongedaan maken neemt u het meteen weer terug.',
      },
    },
    decline: {
      title: 'Uren afkeuren',
      about: 'Uren die niet kloppen gaan terug naar de werknemer, met uw reden.',
      words: 'weigeren terugsturen afwijzen reden afgekeurd afkeuring',
      steps: {
        one: 'Vink de uren aan bij **Uren goedkeuren**, of open er een.',
        two: 'Klik op **Afkeuren** en zeg wat er anders moet. De werknemer leest het en verstuurt de uren opnieuw.',
      },
    },
    undo: {
      title: 'Een goedkeuring ongedaan maken',
      about: 'Verkeerd goedgekeurd of afgekeurd? Neem het terug, zolang niemand verder is gegaan.',
      words: 'terugdraaien intrekken herroepen terugnemen fout vergissing per ongeluk heropenen',
      steps: {
        one: 'Net gedaan? Klik op Ongedaan maken, onder aan de lijst.',
        two: 'Later: open **Verstuurde urenbriefjes**, daar het urenbriefje, en klik op Goedkeuring ongedaan maken of Afkeuren ongedaan maken.',
        three: 'Uren die u zelf registreerde, verstuurt u daarna opnieuw.',
        four: 'Staat de knop er niet? Dan is het uitzendbureau of de werknemer al een stap verder: bel of mail de helpdesk.',
      },
    },
    register: {
      title: 'Uren registreren voor uw mensen',
      about: 'Waar u de uren zelf invult, doet u dat voor iedereen tegelijk.',
      words:
        'plakken excel kopiëren rooster tabel invoeren invullen namens overuren overwerk toeslag ziek ziekte verlof vergeten niet ingevuld aanvullen nasturen bulk',
      steps: {
        one: 'Open **Uren registreren** en kies de periode.',
        two: 'Vul per persoon en uursoort de uren in, ook overuren, ziekte en verlof, als lijst of als tabel; afgesproken uren kunt u voor iedereen invullen.',
        three: 'Verstuur ze: door te versturen keurt u ze goed.',
        four: 'Iets vergeten? Open de persoon en klik op Urenregels toevoegen. Toegevoegde uren worden meteen verstuurd.',
      },
    },
    status: {
      title: 'Zien wat er nog moet gebeuren',
      about:
        'Per periode: wat nog verstuurd moet worden, wat op de opdrachtgever wacht, en wat op het uitzendbureau wacht.',
      words: 'overzicht achterstand herinneren te laat vergeten nog niet ingevuld ontbreken wie',
      steps: {
        one: 'Open **Status** en kies de periode.',
        two: 'Elk getal opent zijn lijst, met namen.',
      },
    },
    past: {
      title: 'Uren van eerder terugvinden',
      about: 'Alles wat ooit verstuurd is, wat er ook van werd.',
      words: 'historie geschiedenis archief bewijs versie urenbon werkbriefje oude uren terugzoeken',
      steps: {
        one: 'Open **Verstuurde urenbriefjes** en zoek op naam, functie, periode of nummer.',
        two: 'Open een urenbriefje om elke dag te zien, wie het goedkeurde, en elke versie die verstuurd is.',
      },
    },
    jobs: {
      title: 'Opzoeken wie waar werkt, en hun uren',
      about: 'Iedereen die via het uitzendbureau werkt of werkte, met de geschiedenis van hun uren.',
      words: 'plaatsing totalen geschiedenis export uren per jaar contactpersoon',
      steps: {
        one: 'Open **Jobs** en kies iemand: u ziet wat afgesproken is, wie uw contactpersoon is, en de uren per periode.',
        two: 'Uren openen hun urenbriefje. Alles kunt u downloaden.',
        three: 'Een inspectie vraagt om begin en einde van elke dag: dat register staat onder **Arbeidstijden**.',
      },
    },
    documents: {
      title: 'Documenten lezen en bevestigen',
      about:
        'Wat het uitzendbureau voor u neerzet: de cao, contracten, handleidingen, en van uzelf loonstroken en jaaropgaven.',
      words: 'cao contract loonstrook salarisstrook salaris jaaropgave handleiding pdf loonspecificatie abu nbbu',
      steps: {
        one: 'Open **Documenten**. Wat u nog niet opende, staat onder **Nieuw**, en het aantal staat in het menu.',
        two: 'Kies een document: u ziet het meteen en kunt het downloaden.',
        three:
          'Onder **Te bevestigen** staat wat u moet lezen. Vink daar aan dat u het gelezen hebt. Het uitzendbureau bewaart dat als bewijs.',
      },
    },
    'put-documents': {
      title: 'Documenten plaatsen en zien wie ze las',
      about: 'Voor iedereen, een rol, een organisatie of één persoon.',
      words:
        'cao contract uploaden bestand handleiding lezers versie klaarzetten delen versturen abu nbbu bulk meerdere tegelijk',
      steps: {
        one: 'Kies **Document plaatsen**, kies of sleep de bestanden, en zeg voor wie ze zijn.',
        two: 'Open het document om te zien wie het opende en bevestigde, ook als bestand. Daar plaatst u een nieuwe versie en wijzigt u voor wie het is.',
        three: 'Wat u verwijdert, staat onder **Verwijderd**: het bestand is weg, wie het las blijft bewaard.',
      },
    },
    invoices: {
      title: 'Facturen vinden en controleren',
      about: 'Uw facturen, met de uren achter elke factuur.',
      words: 'factuur btw pdf ubl betalen vraag klokje',
      steps: {
        one: 'Open **Facturen** en zoek op nummer, budgetnummer of organisatie.',
        two: 'Het klokje bij een factuur toont de urenbriefjes erachter, en wie ze goedkeurde.',
        three: 'Klopt er iets niet? Zeg het bij de factuur of bij een regel: het uitzendbureau antwoordt daar.',
      },
    },
    colleagues: {
      title: 'Een collega toevoegen of voor u laten waarnemen',
      about: 'Wie er nog meer supervisor is, en wie goedkeurt als u weg bent.',
      words: 'vervanger vervangen waarneming vakantie afwezig uitnodigen rechten gebruiker',
      steps: {
        one: 'Open **Collega’s**.',
        two: 'Wijs een vervanger aan, van wanneer tot wanneer. Bij wat die goedkeurt staat dat het voor u was.',
        three:
          'Mag u collega’s beheren, dan nodigt u daar een collega uit, met ten hoogste de rechten die u zelf hebt. Anders doet het uitzendbureau dat: bel of mail de helpdesk.',
      },
    },
    'last-approval': {
      title: 'De laatste goedkeuring',
      about: 'Wat supervisors goedkeurden, wordt nog één keer bekeken voor het betaald wordt.',
      words:
        'definitief finaliseren terugsturen laatste accordering goedkeuring goedkeuren afronden bulk afkeuren afgekeurd weigeren afwijzen',
      steps: {
        one: 'Open **Urenbriefjes**, en daar wat op de laatste goedkeuring wacht. Wat opvalt, staat vooraan.',
        two: 'Vink aan wat goed is, en maak het definitief; wat niet goed is, gaat terug met een reden.',
      },
    },
    reopen: {
      title: 'Definitieve uren heropenen of corrigeren',
      about: 'Tot uren betaald of gefactureerd zijn, gaat u een stap terug; daarna corrigeert u ze.',
      words: 'ongedaan maken terugdraaien goedkeuring intrekken fout vergissing nabetaling verrekenen wijzigen',
      steps: {
        one: 'Open **Urenbriefjes** en daar **Definitief**. Vink aan wat terug moet, of open er een, en klik op Heropenen: het wacht dan weer op de laatste goedkeuring.',
        two: 'Wat op de laatste goedkeuring wacht, stuurt u terug met een reden. De goedkeuring zelf maakt alleen een supervisor ongedaan.',
        three:
          'Al betaald of gefactureerd? Open het urenbriefje en klik op Corrigeren. Typ wat het had moeten zijn: het verschil gaat mee in de volgende verloning en op de volgende factuur.',
      },
    },
    'fill-in-for': {
      title: 'Uren invullen voor een werknemer',
      about:
        'Voor wie het zelf niet kan: u vult de uren in en verstuurt ze, en er staat bij dat het uitzendbureau dat deed.',
      words: 'namens invoeren papier telefoon ziek overnemen vergeten ontbreekt voor iemand anders',
      steps: {
        one: 'Open **Urenbriefjes** en daar **In te vullen**. Kies de week van de werknemer.',
        two: 'Vul de uren in en verstuur ze. Had de werknemer ze al opgeslagen? Neem ze dan eerst over.',
      },
    },
    'find-hours': {
      title: 'Oude uren terugvinden',
      about: 'Alle urenbriefjes zijn te doorzoeken, hoe oud ook.',
      words:
        'archief historie geschiedenis eerder vorig jaar bewijs zoeken urenbriefje urenbon urenstaat werkbriefje versie',
      steps: {
        one: 'Open **Urenbriefjes** en kies **Definitief**. Zoek op naam, functie of nummer, of kies een organisatie of periode.',
        two: 'Bij een werknemer, organisatie of plaatsing staan alle uren op het tabblad Urenbriefjes.',
        three: 'Open een urenbriefje voor elke dag, wie het goedkeurde, en elke versie die verstuurd is.',
      },
    },
    payroll: {
      title: 'Een verloning maken',
      about: 'Een verloning neemt alle definitieve uren mee die nog niet betaald zijn, elk één keer.',
      words: 'loon salaris uitbetalen verloningsbestand betaaldag verlonen uitbetaling salarispakket loonrun',
      steps: {
        one: 'Open **Verloning** en bekijk de verloning die voorgesteld is.',
        two: 'Houd tegen wat nog niet betaald moet worden; ontbrekende tarieven en codes worden genoemd.',
        three: 'Sluit haar: daarna verandert ze niet meer. Neem dan het bestand voor het salarispakket.',
      },
    },
    'invoice-day': {
      title: 'Een week in één keer factureren',
      about: 'Concepten, nummers en e-mail van alle organisaties, in de volgorde waarin het gaat.',
      words: 'factureren facturen concepten btw bulk',
      steps: {
        one: 'Open **Factuurdag** vanuit de facturen.',
        two: 'Maak de concepten en bekijk wat overgeslagen is.',
        three: 'Maak ze definitief, en mail ze.',
      },
    },
    credit: {
      title: 'Een factuur crediteren',
      about: 'Een definitieve factuur verandert niet meer: een creditnota neemt haar terug, helemaal of per regel.',
      words:
        'creditnota creditfactuur creditering terugdraaien ongedaan maken intrekken annuleren verkeerd fout klopt niet',
      steps: {
        one: 'Open **Facturen** en kies **Definitief**. Open de factuur en klik op Crediteren.',
        two: 'Kies alles wat er nog is, of per regel hoeveel, en zeg waarom. Met Uren vrijgeven kunnen die uren opnieuw gefactureerd worden.',
        three: 'De creditnota staat bij **Concepten**. Maak haar definitief en mail haar, zoals elke factuur.',
      },
    },
    'invoice-rules': {
      title: 'Hoe een organisatie haar facturen krijgt',
      about: 'Btw verlegd, g-rekening, e-factuur, adres en betaaltermijn staan bij de organisatie.',
      words:
        'btw verleggen verlegde geblokkeerde rekening efactuur elektronisch peppol ubl nlcius factuuradres kostenplaats inkooporder instellen',
      steps: {
        one: 'Open **Organisaties**, kies de organisatie, en ga bij Gegevens naar Facturen.',
        two: 'Vink Btw verlegd aan als er geen btw op de factuur komt: het btw-id is dan nodig. Bij Aandeel g-rekening zegt u welk deel naar de g-rekening gaat; het IBAN daarvan staat onder Uitzendbureau.',
        three: 'Onder Referenties op facturen kiest u de E-factuur: UBL, die met de PDF wordt gemaild, of alleen PDF.',
        four: 'U kiest er ook het e-mailadres, de betaaltermijn, en of er een factuur is per organisatie, budgetnummer of werknemer. Gemaakte facturen veranderen niet.',
      },
    },
    records: {
      title: 'Een organisatie, werknemer of plaatsing toevoegen',
      about: 'Iemand begint bij een organisatie: met deze drie kunnen er uren verstuurd worden.',
      words:
        'nieuw nieuwe klant opdrachtgever inlener relatie bedrijf medewerker personeel uitzendkracht flexkracht kandidaat aanmaken invoeren aannemen contactpersoon supervisor contract',
      steps: {
        one: 'Voeg toe wat er nog niet is: de organisatie onder **Organisaties**, de persoon onder **Werknemers**. Nodig die daar uit.',
        two: 'Voeg een plaatsing toe onder **Plaatsingen**: functie, data, afgesproken uren, wie ze invult.',
        three: 'Geef haar tarieven: zonder tarief kunnen uren niet betaald of gefactureerd worden.',
        four: 'Keurt nog niemand goed voor deze organisatie? Voeg een supervisor toe onder **Supervisors**.',
      },
    },
    moving: {
      title: 'Overstappen uit een ander systeem',
      about: 'Alles gaat mee in bestanden, ook oude uren. Niets hoeft overgetypt te worden.',
      words:
        'overzetten overgang migreren migratie meebrengen meenemen vorig oud pakket importeren excel csv beginnen inrichten',
      steps: {
        one: 'Maak in uw oude systeem Excel- of CSV-bestanden. Lees ze in onder **Import en export**, in deze volgorde: organisaties, werknemers, uursoorten, plaatsingen, tarieven, supervisors, budgetnummers. Uw nummers blijven wat ze zijn.',
        two: 'Een plaatsing noemt de werknemer en de organisatie bij hun nummer.',
        three:
          'Tarieven staan in één rij per uursoort, of van een plaatsing in één rij: twee kolommen per uursoort, met haar code of naam, zoals Loon N100 en Tarief N100.',
        four: 'Oude uren komen als laatste: een rij per plaatsing, periode en uursoort. Ze zijn definitief en worden nooit opnieuw betaald of gefactureerd.',
        five: 'Vul bij Uren vanaf in vanaf welke dag uren hier worden ingevuld: voor iedereen onder Uitzendbureau, of bij een organisatie. Van de tijd daarvoor wordt niemand iets gevraagd.',
        six: 'Nodig daarna iedereen tegelijk uit, onder **Werknemers** en **Supervisors**.',
      },
    },
    import: {
      title: 'Een bestand importeren',
      about: 'Veel gegevens tegelijk uit Excel of CSV. Er wordt niets gewijzigd voor u op Nu importeren klikt.',
      words:
        'inlezen bestand uploaden exporteren kolommen koppen bladen tabblad huisnummer tarieven oude uren overstappen fouten klanten medewerkers bulk',
      steps: {
        one: 'Open **Import en export**, kies waar het over gaat en kies het bestand. Welke kolommen het mag hebben, leest u daar; een export van die pagina past altijd.',
        two: 'Kent de import een kop niet, kies dan zelf wat die kolom is. Een volgend bestand met dezelfde koppen wordt net zo gelezen. Huisnummer en toevoeging mogen eigen kolommen hebben.',
        three:
          'Heeft een Excel-bestand meer bladen, dan wordt alleen het blad gelezen dat het beste past. Welk dat is, en welke niet, staat erbij.',
        four: 'Kijk wat er zou wijzigen. Klopt er iets niet, dan wordt er niets geïmporteerd: neem het bestand dat per rij zegt wat er mis is, verbeter het en kies het opnieuw.',
        five: 'Is alles goed, klik dan op Nu importeren. Daarna is het hele bestand verwerkt, of niets.',
      },
    },
    settings: {
      title: 'Het uitzendbureau instellen',
      about: 'Naam, uiterlijk, deadline, herinneringen, en hoe er gefactureerd wordt.',
      words: 'logo kleur deadline betaaldag herinneringen btw afzender',
      steps: {
        one: 'Open **Uitzendbureau**.',
        two: 'Kies de dag en het uur waarop uren goedgekeurd moeten zijn, en wanneer wie herinnerd wordt.',
      },
    },
    messages: {
      title: 'Een bericht schrijven en lezen',
      about: 'Met het uitzendbureau, op één plek: over uren, een factuur of iets anders.',
      words: 'bericht bijlage vraag antwoord postvak inbox mailbox interne mail berichtenbox postbus',
      steps: {
        one: 'Open **Berichten**; wat nieuw is, is gemerkt en wordt in het menu geteld.',
        two: 'Klik op **Nieuw bericht**, of stel uw vraag bij het urenbriefje of de factuur zelf: dan staat erbij waar het over gaat.',
        three: 'U kunt bestanden meesturen. Wat u typt, blijft bewaard tot u het verstuurt.',
      },
    },
    notices: {
      title: 'Kiezen wat u hoort, en waar',
      about: 'Wat er voor u gebeurt, staat bij de bel; wat u daarvan hoort, kiest u zelf.',
      words: 'melding bel dagelijks overzicht herinnering',
      steps: {
        one: 'Open **Meldingen** met de bel bovenaan: daar staat alles, ook wat u al las.',
        two: 'Klik op **Kiezen wat u hoort** en vink per soort aan: op het scherm, per e-mail, allebei of geen van beide.',
        three: 'Liever één e-mail per dag? Dat kiest u daar ook; herinneringen komen op hun eigen tijd.',
      },
    },
    account: {
      title: 'Uw wachtwoord, taal en e-mail',
      about: 'Wat van u is: hoe u inlogt, en welke e-mail u krijgt.',
      words: 'inloggen e-mailadres uitloggen weergave donker kwijt vergeten wijzigen veranderen instellen',
      steps: {
        one: 'Open **Accountinstellingen**.',
        two: 'Wijzig uw wachtwoord, kies uw e-mail, en zie waar u ingelogd bent.',
        three: 'Wachtwoord vergeten? Op de inlogpagina vraagt u een link aan.',
      },
    },
    'agency-week': {
      title: 'De week van het uitzendbureau',
      about: 'Wat er elke week moet gebeuren, in volgorde.',
      words: 'beginnen start overzicht home maandag dinsdag',
      steps: {
        one: 'Op **Home** ziet u wat nog ingevuld, goedgekeurd en definitief gemaakt moet worden.',
        two: 'Maak goedgekeurde uren definitief onder **Urenbriefjes**.',
        three: 'Betaal ze met een **Verloning**, en factureer ze onder **Facturen**.',
      },
    },
    invite: {
      title: 'Mensen uitnodigen',
      about: 'Wie uitgenodigd is, kiest zelf een wachtwoord met de link in de e-mail.',
      words: 'uitnodigen uitnodiging account link verlopen activeren wachtwoord',
      steps: {
        one: 'Open **Werknemers** of **Supervisors** en kies bij het account wie u zoekt: nog niet uitgenodigd, verlopen, niet aangekomen.',
        two: 'Nodig iedereen in de lijst tegelijk uit: elk krijgt een nieuwe link, en de oude werkt niet meer.',
        three: 'Komt e-mail niet aan? Onder **Uitgaande e-mail** staat waarom.',
      },
    },
    rates: {
      title: 'Tarieven van een organisatie wijzigen of verhogen',
      about: 'Alle lonen en tarieven van wie daar werkt, staan in één tabel.',
      words: 'tarief loon uurloon verhogen procent cao verhoging plakken terugwerkende kracht abu nbbu bulk',
      steps: {
        one: 'Open **Organisaties**, kies de organisatie, en daar het tabblad Tarieven.',
        two: 'Kies vanaf welke dag, en typ of plak de bedragen. Wat er was, blijft gelden tot die dag.',
        three:
          'Alles met een percentage verhogen, ook vanaf een dag die voorbij is, doet u onder **Verloning**, bij Tariefwijzigingen.',
      },
    },
    'hour-types': {
      title: 'Uursoorten instellen',
      about: 'Welke uren er zijn, wie ze mag invullen, en wat ervan betaald en gefactureerd wordt.',
      words: 'uursoort toeslag overuren percentage kilometers onkosten ziek verlof',
      steps: {
        one: 'Open **Uursoorten** en kies er een, of voeg er een toe.',
        two: 'Zeg wat hij is, wie hem invult, en welk deel van het loon en het tarief hij waard is.',
        three: 'Welke soorten bij een organisatie mogen, kiest u onder **Organisaties**.',
      },
    },
    calendar: {
      title: 'Feestdagen en periodes',
      about: 'Feestdagen staan in elke week; in een gesloten periode verandert niets meer.',
      words: 'feestdag vrije dag periode sluiten afsluiten vier weken maand',
      steps: {
        one: 'Onder **Feestdagen** staat welke dagen vrij zijn, ook bij een organisatie met eigen dagen.',
        two: 'Onder **Periodes** sluit u een periode: daarna vult niemand er nog uren in.',
      },
    },
    payslips: {
      title: 'Veel loonstroken tegelijk plaatsen',
      about: 'Elk bestand gaat naar wie het personeelsnummer in zijn naam heeft.',
      words:
        'loonstrook loonstroken zip jaaropgave salaris uploaden klaarzetten versturen loonspecificatie salarisstroken bulk',
      steps: {
        one: 'Open **Documenten** en klik op **Loonstroken plaatsen**. Lever de bestanden in, of één ZIP-bestand.',
        two: 'Bekijk wie wat krijgt: wat naar niemand gaat, staat er met de reden.',
        three: 'Plaats ze. Iedereen ziet alleen wat van hemzelf is.',
      },
    },
    inbox: {
      title: 'Berichten aan het uitzendbureau behandelen',
      about: 'Wat binnenkomt is van de hele binnendienst, tot iemand het oppakt.',
      words:
        'postvak standaardantwoord standaardantwoorden oppakken sluiten sjabloon archief vragen inbox mailbox interne mail berichtenbox postbus bulk',
      steps: {
        one: 'Open **Berichten**: u ziet sinds wanneer iets wacht, en wie het oppakte.',
        two: 'Pak een bericht op, antwoord, en sluit het als het klaar is.',
        three: 'Vaste antwoorden, in beide talen, staan onder **Standaardantwoorden**.',
      },
    },
    dashboard: {
      title: 'Zien hoe het gaat',
      about: 'Gewerkte uren per week, hoe snel er goedgekeurd wordt, en wie te laat is.',
      words: 'dashboard cijfers grafiek doorlooptijd',
      steps: {
        one: 'Open **Dashboard** en kies welke weken, of één organisatie.',
        two: 'Elk getal opent de urenbriefjes erachter.',
      },
    },
    bookkeeping: {
      title: 'Betalingen en boekhouding',
      about: 'Wat betaald is, wat nog geboekt wordt, en of alles op elkaar aansluit.',
      words: 'boekhouding bankafschrift betaling grootboek aansluiting btw export',
      steps: {
        one: 'Vanuit **Facturen** leest u het bankafschrift in: betalingen vinden hun factuur.',
        two: 'Onder Boekhouding maakt u het bestand voor uw boekhoudpakket.',
        three: 'Aansluiting laat zien of alle definitieve uren betaald en gefactureerd zijn.',
      },
    },
    budgets: {
      title: 'Budgetten volgen',
      about: 'Wat er op een budgetnummer gefactureerd is, en wat nog komt.',
      words: 'budget budgetnummer bestelling inkooporder',
      steps: {
        one: 'Open **Budgetten** en zoek op nummer of omschrijving.',
        two: 'Kies een budget om te zien wat erop gefactureerd is en wat nog komt. Is het bijna op, dan staat dat erbij.',
      },
    },
    outbox: {
      title: 'Zien of e-mail aankomt',
      about: 'Wat verstuurd is, wat wacht, en wat niet aankwam.',
      words: 'e-mail mail mailserver uitgaand bezorgd mislukt komt niet ontvangen spam ongewenste',
      steps: {
        one: 'Open **Uitgaande e-mail**: bij wat niet aankwam, staat waarom.',
        two: 'Is de oorzaak weg, probeer het dan opnieuw. De lijst is er ook als Excel- of CSV-bestand.',
      },
    },
    users: {
      title: 'Gebruikers, en wie wat wijzigde',
      about: 'Collega’s van de binnendienst, en alles wat in het portaal gebeurd is.',
      words: 'gebruiker collega blokkeren auditlog historie uitloggen beheerder toevoegen account rechten wachtwoord',
      steps: {
        one: 'Open **Gebruikers** om een collega toe te voegen of te blokkeren.',
        two: 'Open **Auditlog** om te zien wie wat wanneer wijzigde. Beide lijsten zijn er ook als bestand: wat u zocht, staat erin.',
      },
    },
    'working-times': {
      title: 'Arbeidstijden voor een inspectie',
      about: 'Begin, einde en pauze per persoon en dag, tot een jaar terug.',
      words: 'arbeidstijdenwet register rusttijden inspectie pauze abu nbbu cao wet',
      steps: {
        one: 'Open **Jobs**, en daar Arbeidstijden. Kies de dagen, en van wie.',
        two: 'Wat ontbreekt, staat erbij: uren zonder begin en einde, en periodes zonder uren.',
        three: 'Neem het als Excel-bestand of als pdf.',
      },
    },
  },
};
