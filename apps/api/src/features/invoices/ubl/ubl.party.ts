import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { electronicAddress } from '@konnekt/shared/invoices/invoice.files';
import { group, maybe, tag } from './xml.ts';

type Party = Invoice['seller'] & Partial<Pick<Invoice['buyer'], 'oin' | 'gln' | 'peppolId'>>;

/** A Dutch party is a legal entity by its number of the trade register, or a government body's (rule NL-R-005). */
export function party(one: Party): string {
  const { name, street, city, postcode, country, kvkNumber, vatNumber, oin = null, gln = null } = one;
  const address = electronicAddress(one);
  const legal = kvkNumber ? { scheme: '0106', number: kvkNumber } : oin ? { scheme: '0190', number: oin } : undefined;
  return group(
    'cac:Party',
    ...(address ? [tag('cbc:EndpointID', address.number, { schemeID: address.scheme })] : []),
    ...(gln ? [group('cac:PartyIdentification', tag('cbc:ID', gln, { schemeID: '0088' }))] : []),
    group('cac:PartyName', tag('cbc:Name', name)),
    group(
      'cac:PostalAddress',
      ...maybe('cbc:StreetName', street),
      ...maybe('cbc:CityName', city),
      ...maybe('cbc:PostalZone', postcode),
      group('cac:Country', tag('cbc:IdentificationCode', country)),
    ),
    ...(vatNumber
      ? [group('cac:PartyTaxScheme', tag('cbc:CompanyID', vatNumber), group('cac:TaxScheme', tag('cbc:ID', 'VAT')))]
      : []),
    group(
      'cac:PartyLegalEntity',
      tag('cbc:RegistrationName', name),
      ...(legal ? [tag('cbc:CompanyID', legal.number, { schemeID: legal.scheme })] : []),
    ),
  );
}
