import type { Agency } from '@konnekt/shared/agency/agency.contract';
import classes from './brand.module.css';

/**
 * The agency's logo, or its name with the product's mark. A logo is shown as an image, where no script in an SVG runs.
 */
export function Brand(props: { agency: Pick<Agency, 'name' | 'logoSvg'> | undefined; large?: boolean }) {
  const { name = 'Konnekt', logoSvg = null } = props.agency ?? {};
  return (
    <span className={classes.brand} data-large={props.large || undefined}>
      {logoSvg ? (
        <img className={classes.logo} src={`data:image/svg+xml,${encodeURIComponent(logoSvg)}`} alt="" />
      ) : (
        <svg className={classes.mark} viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <path d="M9.5 16.5l4.5 4.5 8.5-10" />
        </svg>
      )}
      <span className={classes.name}>{name}</span>
    </span>
  );
}
