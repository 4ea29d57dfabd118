import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { paths } from './paths.ts';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty
        icon={IconMapQuestion}
        title={t('notFound.text')}
        actions={
          <ButtonLink to={paths.home} variant="default">
            {t('action.home')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
