import type { texts as en } from '../en/reconciliation.ts';

export const texts: typeof en = {
  title: 'Aansluiting',
  lead: 'Definitieve uren naast wat daarvan is gefactureerd en verloond en wat nog wacht, opnieuw opgeteld.',
  back: 'Facturen',
  empty: 'Nog geen definitieve uren',
  sums_zero:
    'Alle definitieve uren zijn gefactureerd en verloond, of wachten daarop. Er ontbreekt niets en niets staat dubbel.',
  sums_one: 'In {{count}} regel ontbreekt iets of is iets te veel. Bel de helpdesk.',
  sums_other: 'In {{count}} regels ontbreekt iets of is iets te veel. Bel de helpdesk.',
  column: {
    organisation: 'Organisatie',
    hourType: 'Uursoort',
    final: 'Definitief',
    invoiced: 'Gefactureerd',
    onDrafts: 'Op concept',
    toInvoice: 'Te factureren',
    paid: 'Verloond',
    toPay: 'Te verlonen',
    agrees: 'Sluit aan',
  },
  notBilled: 'niet gefactureerd',
  agrees: 'Sluit aan',
  differs_one: 'Verschil bij {{count}} plaatsing',
  differs_other: 'Verschil bij {{count}} plaatsingen',
  check: {
    title: 'Controle van alle gegevens',
    now: 'Nu controleren',
    never: 'Elke nacht worden alle gegevens gecontroleerd. Dat is nog niet gebeurd.',
    progress: '{{done}} van {{rules}} regels gecontroleerd',
    holds:
      'Alle {{rules}} regels kloppen: optellingen, verzegelingen, nummers zonder gat, niets dubbel verloond of gefactureerd.',
    broken_one: '{{count}} van {{rules}} regels klopt niet. Bel de helpdesk en lees voor wat hieronder staat.',
    broken_other: '{{count}} van {{rules}} regels kloppen niet. Bel de helpdesk en lees voor wat hieronder staat.',
    by: 'Gecontroleerd {{at}}, gevraagd door {{name}}.',
    byClock: 'Gecontroleerd {{at}}, zoals elke nacht.',
    rows_one: '{{count}} rij: {{examples}}',
    rows_other: '{{count}} rijen: {{examples}}',
  },
  area: {
    hours: 'Uren',
    history: 'Geschiedenis',
    payroll: 'Verloning',
    invoices: 'Facturen',
    people: 'Mensen en rechten',
    database: 'Database',
  },
};
