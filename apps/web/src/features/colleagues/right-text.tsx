import type { Rights } from '@konnekt/shared/colleagues/colleague.contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import classes from './colleagues-page.module.css';
import { useRightWords } from './use-right-words.ts';

/** What somebody may do at a client, and when: that they have, or are offered. */
export function RightText({ right }: { right: RightThere }) {
  const { t } = useTranslation('colleagues');
  const format = useFormat();
  const words = useRightWords();
  const from = format.day(right.validFrom);
  return (
    <span>
      {right.organisationName}
      <span className={classes.quiet}>
        {words(right)} ·{' '}
        {right.validUntil ? t('list.between', { from, until: format.day(right.validUntil) }) : t('list.from', { from })}
      </span>
    </span>
  );
}

type RightThere = Rights & { organisationName: string; validFrom: string; validUntil: string | null };
