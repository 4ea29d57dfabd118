import type { Asked, DeadlineState } from '@konnekt/shared/status/status.contract';
import { mostNamedAtDeadline } from '@konnekt/shared/status/status.words';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import classes from './deadline-guard.module.css';

/** By name: whose hours were not sent, and when they were asked for them. */
export function UnsentHours({ late, isOpen }: { late: DeadlineState['late']; isOpen: boolean }) {
  const { t } = useTranslation('status');
  const asked = useAsked();
  return (
    <details open={isOpen} className={classes.more}>
      <summary>{t('deadline.late')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its room is scrolled with the keys */}
      <ul tabIndex={0} aria-label={t('deadline.late')}>
        {late.map((row) => (
          <li key={row.worksheetId ?? row.placementId}>
            <strong>{row.employeeName}</strong> {row.organisationName}
            {row.isDeclined && ` · ${t('deadline.isDeclined')}`}
            {' · '}
            {row.filledBy === 'supervisor' ? t('deadline.byClient') : asked(row.asked)}
          </li>
        ))}
      </ul>
      {late.length === mostNamedAtDeadline && <p>{t('deadline.first', { count: mostNamedAtDeadline })}</p>}
    </details>
  );
}

/** By name: which clients have hours to approve, since when, and who was asked there. */
export function WaitingClients({ clients, isOpen }: { clients: DeadlineState['clients']; isOpen: boolean }) {
  const { t } = useTranslation('status');
  const format = useFormat();
  const asked = useAsked();
  return (
    <details open={isOpen} className={classes.more}>
      <summary>{t('deadline.clients')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its room is scrolled with the keys */}
      <ul tabIndex={0} aria-label={t('deadline.clients')}>
        {clients.map(({ organisationId, organisationName, waiting, since, approvers }) => (
          <li key={organisationId}>
            <strong>{organisationName}</strong> {t('deadline.since', { count: waiting, when: format.moment(since) })}
            {approvers.length === 0 && ` · ${t('deadline.nobodyApproves')}`}
            {approvers.map(({ name, asked: told }) => (
              <span key={name}>
                {' · '}
                {name}: {asked(told)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Says when somebody was asked last, and how. */
function useAsked() {
  const { t } = useTranslation('status');
  const format = useFormat();
  return (asked: Asked | null): string =>
    asked
      ? t('deadline.asked', {
          when: format.moment(asked.at),
          how: asked.isByHand ? t('deadline.byHand') : t(`deadline.how.${asked.round}`),
        })
      : t('deadline.notAsked');
}
