import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';

/** Says that what was sent first is there, and that what was amended since is still to be sent. */
export function FirstHasArrived({ arrived }: { arrived: { files: number } | undefined }) {
  const { t } = useTranslation('messages');
  if (!arrived) return null;
  return (
    <Notice tone="warn" role="alert" title={t('write.arrived')}>
      {t('write.arrivedText')} {arrived.files > 0 && t('write.arrivedFiles')}
    </Notice>
  );
}
