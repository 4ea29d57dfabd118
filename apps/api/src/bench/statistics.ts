/** What a run of one task with some clients came to. Times in milliseconds. */
export interface Measured {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

export function measure(milliseconds: number[], wallMilliseconds: number): Measured {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: (sorted.length * 1000) / wallMilliseconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The run with the middle throughput of an odd number of runs. */
export function middle(runs: Measured[]): Measured {
  const sorted = [...runs].sort((one, other) => one.perSecond - other.perSecond);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new RangeError('No runs');
  return found;
}

/** How far the runs of one thing lie apart: (fastest − slowest) / middle. */
export function noise(runs: Measured[]): number {
  const speeds = runs.map(({ perSecond }) => perSecond);
  return (Math.max(...speeds) - Math.min(...speeds)) / middle(runs).perSecond;
}

/** The middle of the turns' own ratios of throughput: turn n of one thing is held against turn n of the other. */
export function middleRatio(ours: Measured[], others: Measured[]): number {
  const ratios = ours.map(({ perSecond }, turn) => perSecond / (others[turn]?.perSecond ?? Number.NaN));
  return ratios.sort((one, other) => one - other)[Math.floor(ratios.length / 2)] ?? Number.NaN;
}
