export interface BenchAccount {
  id: string;
  personId: string;
  email: string;
  cookie: string;
  /** Where they have a right. */
  organisationIds: string[];
}
interface Line {
  hourTypeId: string;
  date: string | null;
  minutes: number;
}
/** What one request is made of. */
export interface Work {
  n: number;
  account: BenchAccount;
  /** Worksheets and their versions; placements where hours are registered. */
  ids: string[];
  versions: number[];
  /** The Monday of the (first) week that it is about. */
  weekStart: string;
  /** What is typed in a worksheet. */
  lines: Line[];
  /** Whose hours are registered, in the order of the placements. */
  people: { employeeId: string; name: string }[];
}
