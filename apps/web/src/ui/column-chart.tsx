import classes from './column-chart.module.css';

export interface ChartColumn {
  key: string;
  /** Below the column, and what it says when pointed at. */
  label: string;
  title: string;
  /** Above it: its sum in words. */
  top: string;
  /** From the bottom up, each in its look. */
  parts: readonly number[];
  /** Where a mark stands; none at 0. */
  plan: number;
}

/** From the bottom up: full, lighter, hatched. */
const looks = ['full', 'light', 'hatched'] as const;

/** So many labels of two figures a phone has room for; of more columns some have one, the last among them. */
const mostLabels = 10;

/** Columns beside each other, with a mark at what was planned. Its numbers are in a table beside it: that is what is read aloud. */
export function ColumnChart(props: {
  label: string;
  columns: readonly ChartColumn[];
  /** What each part is, from the bottom up, and what the mark is. */
  parts: readonly string[];
  plan: string;
}) {
  const { label, columns, parts, plan } = props;
  const sumOf = (column: ChartColumn) => column.parts.reduce((sum, part) => sum + part, 0);
  const most = Math.max(1, ...columns.map((column) => Math.max(sumOf(column), column.plan)));
  const each = Math.ceil(columns.length / mostLabels);
  const height = (value: number) => `${(Math.max(0, value) / most) * 100}%`;
  return (
    <figure className={classes.figure}>
      <div className={classes.plot} role="img" aria-label={label}>
        {columns.map((column, at) => (
          <div key={column.key} className={classes.column} title={column.title}>
            <span className={classes.top}>{column.top}</span>
            <div className={classes.bar}>
              {column.parts.map((part, index) => (
                <span
                  key={looks[index]}
                  className={classes.part}
                  data-look={looks[index]}
                  style={{ height: height(part) }}
                />
              ))}
              {column.plan > 0 && <span className={classes.plan} style={{ bottom: height(column.plan) }} />}
            </div>
            <span className={classes.label} data-more={(columns.length - 1 - at) % each > 0 || undefined}>
              {column.label}
            </span>
          </div>
        ))}
      </div>
      <figcaption className={classes.legend}>
        {parts.map((part, index) => (
          <span key={part}>
            <i className={classes.part} data-look={looks[index]} aria-hidden /> {part}
          </span>
        ))}
        <span>
          <i className={classes.planMark} aria-hidden /> {plan}
        </span>
      </figcaption>
    </figure>
  );
}
