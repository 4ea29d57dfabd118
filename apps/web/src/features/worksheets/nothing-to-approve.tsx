import { IconCircleCheck, IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../kit/address/paths.ts';
import type { Address } from '../../kit/address/use-address.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';

/** All is approved or declined. */
export function NothingToApprove() {
  const { t } = useTranslation('worksheets');
  return (
    <Empty
      icon={IconCircleCheck}
      title={t('approve.emptyTitle')}
      actions={
        <ButtonLink to={paths.past} variant="default">
          {t('approve.emptyAction')}
        </ButtonLink>
      }
    >
      {t('approve.emptyText')}
    </Empty>
  );
}

/** There is more, but not what the filter asks for. */
export function NoMatchToApprove({ address }: { address: Address }) {
  const { t } = useTranslation(['worksheets', 'common']);
  return (
    <Empty
      icon={IconFilterOff}
      title={t('approve.noMatchTitle')}
      actions={
        <Button variant="default" onClick={() => address.write(clearedFilter)}>
          {t('common:action.clearFilter')}
        </Button>
      }
    >
      {t('approve.noMatchText')}
    </Empty>
  );
}

const clearedFilter = { q: '', organisation: '', period: '', standsOut: '' };
