import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './unknown-values.module.css';
import { type Address, type Known, unknownIn } from './use-address.ts';

interface Props {
  address: Pick<Address, 'names' | 'read' | 'rewrite'>;
  /** All that the address can say on this screen, but for its tab, which the tabs know. */
  known: Known;
  /** `known` is of some names alone: the screen knows others. */
  isPart?: boolean;
}

/** Says what of the address means nothing here: a link that is old or mistyped shows a list, but not the one that was meant. */
export function UnknownValues({ address, known, isPart = false }: Props) {
  const { t } = useTranslation();
  const unknown = unknownIn(address, known).filter(
    ({ name }) => Object.hasOwn(known, name) || !(isPart || name === 'tab'),
  );
  if (unknown.length === 0) return null;
  const values = unknown.map(({ name, value }) => `${name}=${value}`).join(', ');
  return (
    <div className={classes.place}>
      <Notice
        tone="warn"
        role="status"
        actions={
          <Button
            variant="default"
            size="xs"
            onClick={() => address.rewrite(Object.fromEntries(unknown.map(({ name }) => [name, ''])))}
          >
            {t('address.clear')}
          </Button>
        }
      >
        {t('address.unknown', { values })}
      </Notice>
    </div>
  );
}
