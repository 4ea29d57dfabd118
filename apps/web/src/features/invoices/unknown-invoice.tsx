import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../kit/address/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';

/** Where there is no such invoice, or not for this person. */
export function UnknownInvoice() {
  const { t } = useTranslation('invoices');
  return (
    <Page title={t('one.notFoundTitle')}>
      <Empty
        icon={IconFileOff}
        title={t('one.notFoundText')}
        actions={
          <ButtonLink to={paths.invoices} variant="default">
            {t('one.back')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
