import classes from './file-field.module.css';

/** Why each file that was chosen did not come along, a line for each. */
export const RefusedFiles = ({ reasons }: { reasons: readonly string[] }) =>
  [...new Set(reasons)].map((reason) => (
    <span key={reason} className={classes.refused}>
      {reason}
    </span>
  ));
