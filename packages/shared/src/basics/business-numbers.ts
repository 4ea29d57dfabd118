/** Numbers by which authorities and banks know a business, as they are typed and as they are kept. */

/** Capitals and digits only: `nl 0012.34.567.b01` → `NL001234567B01`. */
export const compact = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();

/** Trade register (KvK): eight digits. */
export const isKvkNumber = (text: string): boolean => /^\d{8}$/.test(text);

/** btw-id: `NL123456782B01`, or another country's: its two letters and 2 to 13 letters or digits. Written compact. */
export const isVatNumber = (text: string): boolean =>
  text.startsWith('NL') ? /^NL\d{9}B\d{2}$/.test(text) : /^[A-Z]{2}[0-9A-Z]{2,13}$/.test(text);

/**
 * Do the check digits of a Dutch btw-id hold? Those of companies pass the test by 11 over their first nine digits, those of sole
 * traders (since 2020) the one of ISO 7064 (mod 97) over the whole. True for other countries: nothing is known of them.
 * https://www.belastingdienst.nl/wps/wcm/connect/bldcontentnl/belastingdienst/zakelijk/btw/administratie_bijhouden/btw_nummers_controleren/uw_btw_nummer
 */
export function hasVatCheckDigits(vatNumber: string): boolean {
  if (!vatNumber.startsWith('NL')) return true;
  return isVatNumber(vatNumber) && (passesEleven(vatNumber.slice(2, 11)) || mod97(vatNumber) === 1);
}

/** Organisation number of a government body: twenty digits. */
export const isOin = (text: string): boolean => /^\d{20}$/.test(text);

/** GLN (GS1): thirteen digits; those before the last count 1 and 3 by turns, and the last one makes a multiple of ten. */
export const isGln = (text: string): boolean =>
  /^\d{13}$/.test(text) &&
  [...text].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;

/** Where a party is found in the Peppol network: a scheme of four digits and its number there, such as `0106:12345678`. */
export function isPeppolId(text: string): boolean {
  const [, scheme = '', number = ''] = /^(\d{4}):([0-9A-Za-z._-]{1,50})$/.exec(text) ?? [];
  const judge = numberOfScheme[scheme];
  return number !== '' && (judge === undefined || judge(number));
}
const numberOfScheme: Record<string, (number: string) => boolean> = {
  '0088': isGln,
  '0106': isKvkNumber,
  '0190': isOin,
  '9944': isVatNumber,
};

/** IBAN: country, two check digits, the account; right when it is 1 modulo 97 with its first four characters put last. */
export const isIban = (text: string): boolean =>
  /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(text) &&
  (!text.startsWith('NL') || /^NL\d{2}[A-Z]{4}\d{10}$/.test(text)) &&
  mod97(text.slice(4) + text.slice(0, 4)) === 1;

/** `NL91ABNA0417164300` → `NL91 ABNA 0417 1643 00` */
export const writtenIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** A Dutch postcode as it is written: `1234ab` → `1234 AB`. Anything else comes back as it was typed. */
export function writtenPostcode(text: string): string {
  const dutch = /^([1-9]\d{3})\s?([a-z]{2})$/i.exec(text.trim());
  return dutch ? `${dutch[1]} ${dutch[2]?.toUpperCase()}` : text.trim();
}
export const isDutchPostcode = (text: string): boolean => /^[1-9]\d{3} [A-Z]{2}$/.test(text);

function passesEleven(digits: string): boolean {
  const sum = [...digits].slice(0, 8).reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return sum % 11 === Number(digits[8]);
}

/** Letters count as 10 to 35. */
function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
