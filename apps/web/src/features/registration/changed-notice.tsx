import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Somebody else changed the hours while one typed: theirs, or one's own on top of theirs. */
export function ChangedNotice(props: { minutes: number; onTheirs: () => void; onMine: () => void }) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t('changed.title')}
      actions={
        <>
          <Button size="xs" variant="default" onClick={props.onTheirs}>
            {t('changed.theirs')}
          </Button>
          <Button size="xs" onClick={props.onMine}>
            {t('changed.mine')}
          </Button>
        </>
      }
    >
      {t('changed.text', { hours: format.hours(props.minutes) })}
    </Notice>
  );
}
