import { isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import { SaxesParser } from 'saxes';

/** Money that came in on an account of ours, as a bank tells it. */
export interface CamtEntry {
  iban: string;
  bookedOn: string;
  amountCents: number;
  payerName: string | null;
  payerIban: string | null;
  description: string;
  /** The bank's own name for it, where it gave one. */
  reference: string | null;
}

export interface Camt {
  entries: CamtEntry[];
  /** Credits that are not booked yet, or in another currency. */
  passedBy: number;
}

/** An element with its text and what is in it. */
interface Node {
  name: string;
  text: string;
  currency: string | null;
  parts: Node[];
}
/** Deeper than any statement is, and more than any says. */
const [deepest, mostNodes] = [40, 2_000_000];

/**
 * The credits of a bank statement (ISO 20022 CAMT.053, any version). Undefined where it is none. Read by an XML parser that knows no entities but XML's
 * own five, fetches nothing, and refuses a file that declares a document type.
 */
export function readCamt(source: string): Camt | undefined {
  const root = treeOf(source);
  const statements = root?.name === 'Document' ? root.parts.flatMap((part) => all(part, 'Stmt')) : [];
  if (statements.length === 0 || !root?.parts.some(({ name }) => name === 'BkToCstmrStmt')) return undefined;
  const camt: Camt = { entries: [], passedBy: 0 };
  for (const statement of statements) {
    const iban = textAt(statement, 'Acct', 'Id', 'IBAN') ?? textAt(statement, 'Acct', 'Id', 'Othr', 'Id') ?? '';
    for (const entry of all(statement, 'Ntry')) {
      if (textAt(entry, 'CdtDbtInd') !== 'CRDT' || textAt(entry, 'RvslInd') === 'true') continue;
      const read = entriesOf(entry, iban);
      if (read) camt.entries.push(...read);
      else camt.passedBy += 1;
    }
  }
  return camt;
}

/** An entry, or its transactions where each has an amount of its own and they add up to it. */
function entriesOf(entry: Node, iban: string): CamtEntry[] | undefined {
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts');
  const bookedOn = dayAt(entry, 'BookgDt') ?? dayAt(entry, 'ValDt');
  const whole = centsOf(one(entry, 'Amt'));
  if (status !== 'BOOK' || !bookedOn || !whole) return undefined;
  const reference = textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryRef') ?? null;
  const details = all(entry, 'NtryDtls').flatMap((part) => all(part, 'TxDtls'));
  const amounts = details.map((detail) => centsOf(one(detail, 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt')));
  const addUp = amounts.reduce<number>((sum, cents) => sum + (cents ?? Number.NaN), 0) === whole;
  if (details.length > 1 && addUp)
    return details.map((detail, n) => ({
      ...{ iban, bookedOn, amountCents: amounts[n] ?? 0, reference: reference && `${reference} ${n + 1}` },
      ...whoAndWhat(detail, entry),
    }));
  return [{ iban, bookedOn, amountCents: whole, reference, ...whoAndWhat(details[0] ?? entry, entry) }];
}

function whoAndWhat(detail: Node, entry: Node) {
  const payer = at(detail, 'RltdPties', 'Dbtr');
  const remittance = one(detail, 'RmtInf');
  const said = [
    ...all(remittance, 'Ustrd').map(({ text }) => text),
    ...all(remittance, 'Strd').map((part) => textAt(part, 'CdtrRefInf', 'Ref')),
    textAt(detail, 'Refs', 'EndToEndId'),
    textAt(detail, 'AddtlTxInf'),
    textAt(entry, 'AddtlNtryInf'),
  ];
  const description = [...new Set(said.map((text) => text?.trim()).filter((text) => text && text !== 'NOTPROVIDED'))];
  return {
    payerName: textAt(payer, 'Nm') ?? textAt(payer, 'Pty', 'Nm') ?? null,
    payerIban: textAt(detail, 'RltdPties', 'DbtrAcct', 'Id', 'IBAN') ?? null,
    description: description.join(' ').replace(/\s+/g, ' ').slice(0, 1000),
  };
}

/** `1804.64` euros, in cents; nothing where it is another currency, or no amount. */
function centsOf(amount: Node | undefined): number | undefined {
  const read = amount?.currency === 'EUR' ? /^(\d{1,7})(?:\.(\d{1,2})0*)?$/.exec(amount.text.trim()) : null;
  const cents = read ? Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0')) : 0;
  return cents > 0 ? cents : undefined;
}

function dayAt(node: Node, name: string): string | undefined {
  const day = (textAt(node, name, 'Dt') ?? textAt(node, name, 'DtTm'))?.slice(0, 10);
  return day && isCalendarDay(day) ? day : undefined;
}

const all = (node: Node | undefined, name: string): Node[] => node?.parts.filter((part) => part.name === name) ?? [];
const one = (node: Node | undefined, name: string): Node | undefined => node?.parts.find((part) => part.name === name);
const at = (node: Node | undefined, ...path: string[]): Node | undefined =>
  path.reduce((found, name) => one(found, name), node);
const textAt = (node: Node | undefined, ...path: string[]): string | undefined =>
  at(node, ...path)?.text.trim() || undefined;

function treeOf(source: string): Node | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const open: Node[] = [];
  let root: Node | undefined;
  let count = 0;
  const refuse = () => {
    throw new Error('no statement');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ local, attributes }) => {
    const node = { name: local, text: '', currency: attributes.Ccy?.value ?? null, parts: [] };
    if (++count > mostNodes || open.length > deepest) refuse();
    open.at(-1)?.parts.push(node);
    root ??= node;
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  const text = (content: string) => {
    const node = open.at(-1);
    if (node) node.text += content;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    parser.write(source).close();
  } catch {
    return undefined; // what the parser says is about somebody else's file, of no use to anybody
  }
  return root;
}
