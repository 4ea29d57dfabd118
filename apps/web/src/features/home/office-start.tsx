import type { FirstSteps, Home } from '@konnekt/shared/home/home.contract';
import { unreachedIn } from '@konnekt/shared/home/unreached';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Notice } from '../../ui/notice.tsx';
import { FirstStepsList } from './first-steps-list.tsx';
import classes from './office-start.module.css';

type OfficePart = NonNullable<Home['office']>;

/** What keeps an office from beginning: steps that are not done yet, and invitations that reached nobody. */
export function OfficeStart({ home }: { home: Pick<OfficePart, 'unreached' | 'firstSteps'> }) {
  return (
    <>
      {home.firstSteps && <FirstStepsList steps={home.firstSteps satisfies FirstSteps} />}
      <Unreached unreached={home.unreached} />
    </>
  );
}

const whom = ['employees', 'supervisors'] as const;
const why = ['not-delivered', 'expired'] as const;

function Unreached({ unreached }: Pick<OfficePart, 'unreached'>) {
  const { t } = useTranslation('start');
  const format = useFormat();
  const found = whom.flatMap((kind) =>
    why.flatMap((state) => (unreached[kind][state] > 0 ? [{ kind, state, count: unreached[kind][state] }] : [])),
  );
  if (found.length === 0) return null;
  return (
    <div className={classes.notice}>
      <Notice tone="warn" title={t('unreached.title')}>
        <ul className={classes.unreached}>
          {found.map(({ kind, state, count }) => (
            <li key={`${kind}-${state}`}>
              <Link to={`${paths[kind]}?${new URLSearchParams({ account: state, ...unreachedIn[kind] })}`}>
                {t(`unreached.${kind}.${state}`, { count, number: format.count(count) })}
              </Link>
            </li>
          ))}
        </ul>
        {t('unreached.hint')}
      </Notice>
    </div>
  );
}
