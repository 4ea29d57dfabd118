import { cpus, totalmem } from 'node:os';
import { type Column, columns, type Result } from './measuring.ts';
import { type Measured, middle, middleRatio, noise } from './statistics.ts';

/** The results as Markdown, each with its aims. */
export function table(results: Result[]): string {
  const head = [
    'task',
    'clients',
    'product p50/p95/p99 ms',
    'bare Fastify ms',
    'our SQL ms',
    'lean SQL ms',
    'product/s',
    'bare/s',
    'our SQL/s',
    'lean SQL/s',
    'our SQL ÷ lean',
    'product ÷ bare',
    'noise',
    'aim',
  ];
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  return [
    machine,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...results.map((result) => rowOf(result, results)),
    '',
  ].join('\n');
}

export function rowOf(result: Result, results: Result[]): string {
  const { scenario, clients, runs } = result;
  const measured = columns.map((column) => (runs[column].length > 0 ? middle(runs[column]) : undefined));
  const noises = columns.flatMap((column) => (runs[column].length > 0 ? noise(runs[column]) : []));
  const cells = [
    scenario.name,
    clients,
    ...measured.map((one) => (one ? times(one) : '–')),
    ...measured.map((one) => one?.perSecond.toFixed(0) ?? '–'),
    shown(ratio(result, 'ourSql', 'leanSql')),
    shown(ratio(result, 'product', 'bare')),
    `${(Math.max(...noises) * 100).toFixed(0)} %`,
    aimsOf(result, results)
      .map(({ text, isMet }) => (isMet === undefined ? text : `${text}: ${isMet ? 'yes' : '**no**'}`))
      .join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

export const meetsAims = (results: Result[]): boolean =>
  results.every((result) => aimsOf(result, results).every(({ isMet }) => isMet !== false));

interface Aim {
  text: string;
  /** None of what is only told. */
  isMet?: boolean;
}

function aimsOf(result: Result, results: Result[]): Aim[] {
  const { scenario, clients } = result;
  const { ourSqlOfLean, productOfBare, productOfLean, ofTask } = scenario.aims ?? {};
  const aims: Aim[] = [];
  const hold = (share: number | undefined, found: number | undefined, text: string) => {
    if (clients === 16 && share !== undefined && found !== undefined)
      aims.push({ text: `${text} ≥ ${share} (${shown(found)})`, isMet: found >= share });
  };
  hold(ourSqlOfLean, ratio(result, 'ourSql', 'leanSql'), 'our SQL ÷ lean');
  hold(productOfBare, ratio(result, 'product', 'bare'), 'product ÷ bare');
  hold(productOfLean, ratio(result, 'product', 'leanSql'), 'product ÷ lean SQL');
  const other = results.find((one) => one.scenario.name === ofTask?.name && one.clients === clients);
  if (ofTask && other) {
    const found = middle(result.runs.product).perSecond / middle(other.runs.product).perSecond;
    const { name, share } = ofTask;
    aims.push(
      share === undefined
        ? { text: `${shown(found)} of “${name}”` }
        : { text: `≥ ${share} of “${name}” (${shown(found)})`, isMet: found >= share },
    );
  }
  return aims;
}

/** One column's throughput to that of another, turn by turn: the machine's moods are in both. */
function ratio({ runs }: Result, one: Column, other: Column): number | undefined {
  return runs[one].length > 0 && runs[other].length > 0 ? middleRatio(runs[one], runs[other]) : undefined;
}

const shown = (ratio: number | undefined): string => ratio?.toFixed(2) ?? '–';
const times = ({ p50, p95, p99 }: Measured): string =>
  [p50, p95, p99].map((ms) => ms.toFixed(ms < 10 ? 2 : 0)).join(' / ');
