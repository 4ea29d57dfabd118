import type { Home } from '@konnekt/shared/home/home.contract';
import { IconChecks, IconPencil, IconUserCheck } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { loadTexts } from '../../i18n/index.ts';
import { paths } from '../../kit/address/paths.ts';
import classes from './office-home.module.css';

/** Only the office needs their code and their texts: others' home is sent without. */
const DeadlineGuard = lazy(async () => {
  const [{ DeadlineGuard: default_ }] = await Promise.all([
    import('../status/parts/deadline-guard.tsx'),
    loadTexts('status'),
  ]);
  return { default: default_ };
});
const OfficeStart = lazy(async () => {
  const [{ OfficeStart: default_ }] = await Promise.all([import('./office-start.tsx'), loadTexts('start', 'outbox')]);
  return { default: default_ };
});

type OfficePart = NonNullable<Home['office']>;

const cards = [
  { key: 'toFill', phase: 'to-fill', icon: IconPencil },
  { key: 'toApprove', phase: 'to-approve', icon: IconUserCheck },
  { key: 'toFinalise', phase: 'to-finalise', icon: IconChecks },
] as const;

/** The three counts, for this period and in all; each opens its list. */
export function OfficeHome({ home }: { home: OfficePart }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { type, year, number } = home.period;
  const inPeriod = `&year=${year}&period=${type}-${number}`;
  return (
    <>
      <Suspense>
        <OfficeStart home={home} />
      </Suspense>
      <Suspense>
        <DeadlineGuard filter={{}} />
      </Suspense>
      <section aria-labelledby="phases" className={classes.phases}>
        <h2 id="phases" className={classes.title}>
          {t('office.title')}
        </h2>
        <ul className={classes.cards}>
          {cards.map(({ key, phase, icon: Icon }) => (
            <li key={key} className={classes.card}>
              <div className={classes.head}>
                <Icon size={20} stroke={1.75} aria-hidden />
                <div>
                  <h3>{t(`office.${key}`)}</h3>
                  <p>{t(`office.${key}Text`)}</p>
                </div>
              </div>
              <dl>
                <div>
                  <dt>{format.period(home.period)}</dt>
                  <dd>
                    <Link
                      to={`${paths.worksheets}?phase=${phase}${inPeriod}`}
                      aria-label={`${t(`office.${key}`)}, ${format.period(home.period)}: ${home.thisPeriod[key]}`}
                    >
                      {format.count(home.thisPeriod[key])}
                    </Link>
                  </dd>
                </div>
                <div>
                  <dt>{t('office.all')}</dt>
                  <dd>
                    <Link
                      to={`${paths.worksheets}?phase=${phase}`}
                      aria-label={`${t(`office.${key}`)}, ${t('office.all')}: ${home.all[key]}`}
                    >
                      {format.count(home.all[key])}
                    </Link>
                  </dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
