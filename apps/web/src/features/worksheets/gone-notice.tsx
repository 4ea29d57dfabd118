import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './gone-notice.module.css';
import type { Gone } from './use-gone.ts';

/** Names what was ticked and is unticked now, with the reason. It is there before it speaks, so that a screen reader hears it. */
export function GoneNotice(props: { gone: Gone[]; unseen: number; onClose: () => void }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { gone, unseen } = props;
  const count = gone.length + unseen;
  return (
    <div role="status" className={classes.place}>
      {count > 0 && (
        <Notice
          tone="warn"
          title={t('gone.title', { count })}
          actions={<IconButton icon={IconX} label={t('gone.close')} onClick={props.onClose} />}
        >
          <ul className={classes.list}>
            {gone.map(({ id, employeeName, period, action, by }) => (
              <li key={id}>
                <Link to={paths.worksheet(id)}>{employeeName}</Link>, {format.periodInText(period)}:{' '}
                {t(`gone.${action}`, { name: by })}
              </li>
            ))}
            {unseen > 0 && <li>{t('gone.unseen', { count: unseen })}</li>}
          </ul>
        </Notice>
      )}
    </div>
  );
}
