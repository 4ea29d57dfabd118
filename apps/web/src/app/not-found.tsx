import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { paths } from './paths.ts';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty
        icon={IconMapQuestion}
        title={t('notFound.text')}
        actions={
          <Button component={Link} to={paths.home} variant="default">
            {t('action.home')}
          </Button>
        }
      />
    </Page>
  );
}
