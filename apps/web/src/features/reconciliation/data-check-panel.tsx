import type { DataCheck } from '@konnekt/shared/reconciliation/reconciliation.contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import classes from './reconciliation.module.css';
import { checkQuery, useCheckNow } from './reconciliation-queries.ts';

/** The rules of the whole database: when they were last proved, and what is broken. */
export function DataCheckPanel() {
  const { t } = useTranslation('reconciliation');
  const query = useQuery(checkQuery);
  const checkNow = useCheckNow();
  const isUnderWay = query.data?.check?.endedAt === null;
  return (
    <Panel
      title={t('check.title')}
      aside={
        <Button
          variant="default"
          size="xs"
          loading={checkNow.isPending || isUnderWay}
          onClick={() => checkNow.mutate(undefined, { onError: toastProblem })}
        >
          {t('check.now')}
        </Button>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={2} height={24} />}>
        {({ check }) => (check ? <LastCheck check={check} /> : <p>{t('check.never')}</p>)}
      </Loaded>
    </Panel>
  );
}

function LastCheck({ check }: { check: DataCheck }) {
  const { t } = useTranslation('reconciliation');
  const format = useFormat();
  const { askedAt, askedByName, endedAt, rules, rulesDone, broken } = check;
  if (endedAt === null)
    return (
      <div className={classes.check} role="status">
        <progress max={rules} value={rulesDone} aria-label={t('check.title')} className={classes.progress} />
        <span className="figures">{t('check.progress', { done: rulesDone, rules })}</span>
      </div>
    );
  return (
    <div className={classes.check}>
      <Notice tone={broken.length > 0 ? 'bad' : 'good'}>
        {broken.length > 0 ? t('check.broken', { count: broken.length, rules }) : t('check.holds', { rules })}
      </Notice>
      <p className={classes.quiet}>
        {askedByName
          ? t('check.by', { at: format.moment(askedAt), name: askedByName })
          : t('check.byClock', { at: format.moment(askedAt) })}
      </p>
      {broken.length > 0 && (
        <ul className={classes.broken}>
          {broken.map(({ rule, area, count, examples }) => (
            <li key={rule}>
              <strong>{t(`area.${area}`)}</strong> <span lang="en">{rule}</span>
              <span className={classes.quiet}>{t('check.rows', { count, examples: examples.join(', ') })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
