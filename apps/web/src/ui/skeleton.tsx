import classes from './skeleton.module.css';

/** Grey bars in the place of what is being loaded. */
export function Skeleton(props: { rows: number; height?: number }) {
  const bars = Array.from({ length: props.rows }, (_, index) => `${100 - ((index * 7) % 25)}%`);
  return (
    <div aria-hidden data-loading className={classes.rows}>
      {bars.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <div key={index} className={classes.bar} style={{ height: props.height ?? 20, width }} />
      ))}
    </div>
  );
}
