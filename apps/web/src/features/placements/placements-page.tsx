import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../kit/address/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { FilesLink } from '../imports/parts/files-link.tsx';
import { PlacementsOf } from './parts/placements-of.tsx';

export { PlacementsPage as Component };

/** Who works where, from when until when. */
function PlacementsPage() {
  const { t } = useTranslation('office');
  const add = (
    <ButtonLink to={paths.newPlacement} leftSection={<IconPlus size={16} stroke={2} aria-hidden />}>
      {t('placements.add')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('placements.title')}
      actions={
        <>
          <FilesLink kind="placements" />
          {add}
        </>
      }
    >
      <PlacementsOf empty={add} />
    </Page>
  );
}
