import type { Agency } from '@konnekt/shared/agency/agency.contract';
import classes from './brand.module.css';

/** The agency's logo, or the product's mark, with its name. A logo is shown as an image, where nothing in it runs. */
export function Brand(props: {
  agency: Pick<Agency, 'name' | 'logoFileId'> | undefined;
  /** A picture that is not the agency's logo yet. */
  picture?: string | undefined;
  large?: boolean;
}) {
  const { name = 'Konnekt', logoFileId = null } = props.agency ?? {};
  const logo = props.picture ?? (logoFileId && `/api/agency/logo/${logoFileId}`);
  return (
    <span className={classes.brand} data-large={props.large || undefined}>
      {logo ? (
        <img className={classes.logo} src={logo} alt="" />
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
