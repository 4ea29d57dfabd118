/** What the demo's office keeps of its clients, in the order of `organisations`. Everything is made up. */
interface DemoClient {
  street: string;
  postcode: string;
  /** Whom the agency asks for there; their address of mail is of the client. */
  contacts?: readonly { name: string; role: string | null; phone: string | null }[];
  invoiceAddress?: { street: string; postcode: string; city: string };
  invoicePer?: 'budget-number' | 'employee';
  invoiceEvery?: 'four-weeks' | 'month';
  paymentTermDays?: number;
  /** Basis points of the amount that goes to the blocked account. */
  gAccountShareBp?: number;
  reverseCharge?: true;
  requiresBudgetNumber?: true;
  /** What each budget number of the client is for. */
  budgetNumbers?: readonly string[];
  /** Codes of the only hour types that may be used here: surcharges, kilometres and expenses at some. */
  hourTypes: readonly string[];
}

const hoursOnly = ['N100', 'O125', 'O150', 'O200', 'I130', 'TRV', 'VAC', 'SPL', 'HOL', 'SCK'] as const;

export const clients: readonly DemoClient[] = [
  {
    street: 'Waalhaven Zuidzijde 12',
    postcode: '3089 JH',
    contacts: [
      { name: 'Wilma Kloosterman', role: 'Planning', phone: '010 555 01 20' },
      { name: 'Arjen Plooij', role: 'Administratie', phone: null },
    ],
    hourTypes: hoursOnly,
    gAccountShareBp: 2500,
    paymentTermDays: 14,
  },
  {
    street: 'Middel Broekweg 29',
    postcode: '2675 KB',
    invoiceAddress: { street: 'Postbus 1000', postcode: '2670 EA', city: 'Naaldwijk' },
    hourTypes: hoursOnly,
    invoicePer: 'budget-number',
    budgetNumbers: ['Rozen, hal A', 'Tulpen, hal B', 'Expeditie'],
  },
  {
    street: 'Lindelaan 4',
    postcode: '2623 AX',
    contacts: [
      { name: 'Ineke van Rossum', role: 'Roosters', phone: '015 555 01 64' },
      { name: 'Receptie', role: null, phone: '015 555 01 00' },
    ],
    hourTypes: [...hoursOnly, 'S25'],
    invoicePer: 'employee',
    invoiceEvery: 'month',
  },
  {
    street: 'Opaalstraat 15',
    postcode: '7554 TS',
    contacts: [{ name: 'Harm Nijland', role: 'Bedrijfsleider', phone: '074 555 01 33' }],
    hourTypes: [...hoursOnly, 'KM', 'EXP'],
    gAccountShareBp: 2000,
    reverseCharge: true,
    paymentTermDays: 14,
  },
  {
    street: 'Karnemelksloot 61',
    postcode: '2806 BC',
    hourTypes: hoursOnly,
    budgetNumbers: ['Nachtbakkerij', 'Inpak', 'Winkel'],
  },
  { street: 'Wijnstraat 87', postcode: '3311 BV', hourTypes: hoursOnly, invoiceEvery: 'four-weeks' },
  {
    street: 'Nieuwe Haven 133',
    postcode: '3117 AA',
    hourTypes: [...hoursOnly, 'KM'],
    gAccountShareBp: 2000,
    reverseCharge: true,
  },
  {
    street: 'Hoefweg 201',
    postcode: '2665 LB',
    hourTypes: hoursOnly,
    gAccountShareBp: 2000,
    reverseCharge: true,
    requiresBudgetNumber: true,
    invoicePer: 'budget-number',
    budgetNumbers: ['Kas 1, tomaat', 'Kas 2, paprika', 'Verpakking'],
  },
  { street: 'Deltaweg 8', postcode: '3133 KM', hourTypes: hoursOnly },
  {
    street: 'Noordeinde 19',
    postcode: '1141 AG',
    invoiceEvery: 'month',
    hourTypes: ['N100', 'O125', 'TRV', 'VAC', 'SPL', 'HOL', 'SCK'],
  },
];

export const agencyDetails = {
  street: 'Coolsingel 93',
  postcode: '3012 AE',
  city: 'Rotterdam',
  kvk_number: '24417365',
};

/** Gross wage per hour of each function, in cents; another one has the usual. */
export const wages: Record<string, number> = {
  Lasser: 1985,
  Constructiebankwerker: 2040,
  Heftruckchauffeur: 1740,
  Zorgassistent: 1820,
  Drukker: 1890,
  Bakker: 1760,
  'Administratief medewerker': 1845,
};
export const usualWage = 1580;

export const streets = [
  'Dorpsstraat',
  'Kerkstraat',
  'Molenweg',
  'Schoolstraat',
  'Julianalaan',
  'Beatrixstraat',
  'Zuiderpark',
  'Havenkade',
] as const;
