import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NothingThere } from '../../kit/address/not-found.tsx';
import { paths } from '../../kit/address/paths.ts';

/** Where there is no such invoice, or not for this person. */
export function UnknownInvoice() {
  const { t } = useTranslation('invoices');
  return (
    <NothingThere
      icon={IconFileOff}
      title={t('one.notFoundTitle')}
      text={t('one.notFoundText')}
      to={paths.invoices}
      back={t('one.back')}
    />
  );
}
