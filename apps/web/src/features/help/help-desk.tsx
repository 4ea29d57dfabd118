import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../../api/session-queries.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './help.module.css';

/** Whom to ask what the help does not say. */
export function HelpDesk() {
  const { t } = useTranslation('help');
  const { data: agency } = useQuery(agencyQuery);
  if (!agency) return null;
  const { name, helpdeskPhone, helpdeskEmail } = agency;
  return (
    <Panel title={t('desk.title')}>
      <p className={classes.desk}>
        {t('desk.text', { agency: name })}{' '}
        {helpdeskPhone && <a href={`tel:${helpdeskPhone.replace(/[^+\d]/g, '')}`}>{helpdeskPhone}</a>}
        {helpdeskPhone && ' · '}
        <a href={`mailto:${helpdeskEmail}`}>{helpdeskEmail}</a>
      </p>
    </Panel>
  );
}
