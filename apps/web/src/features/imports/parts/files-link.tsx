import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { IconTransfer } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../kit/address/paths.ts';
import { ButtonLink } from '../../../ui/button.tsx';

/** The way from a list to its files: taking all of it out, or many records in. */
export function FilesLink({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation();
  return (
    <ButtonLink
      to={`${paths.imports}?kind=${kind}`}
      variant="default"
      leftSection={<IconTransfer size={16} stroke={2} aria-hidden />}
    >
      {t('menu.imports')}
    </ButtonLink>
  );
}
