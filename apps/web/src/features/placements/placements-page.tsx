import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../app/paths.ts';
import { FilesLink } from '../../office/files-link.tsx';
import { PlacementsOf } from '../../office/placements-of.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';

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
