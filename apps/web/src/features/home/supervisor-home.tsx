import type { Home } from '@konnekt/shared/home/home.contract';
import { IconBuilding, IconCircleCheck, IconPencilCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toApprove as toApproveRest } from '../worksheets/parts/worksheet-queries.ts';
import { NewInvoices } from './new-invoices.tsx';
import classes from './supervisor-home.module.css';
import { ToRegister } from './to-register.tsx';
import { WorksheetLinks } from './worksheet-links.tsx';

type SupervisorPart = NonNullable<Home['supervisor']>;

/**
 * The three blocks of the manual: what waits for me, what I filled in and did not send, where I am a supervisor. Who registers hours sees first
 * how far that is.
 */
export function SupervisorHome({ home }: { home: SupervisorPart }) {
  return (
    <div className={classes.blocks}>
      <div className={classes.main}>
        {home.due.length > 0 && <ToRegister due={home.due} />}
        <ToApprove toApprove={home.toApprove} />
      </div>
      <div className={classes.side}>
        <MyTimesheets toSend={home.toSend} />
        {home.invoices && <NewInvoices invoices={home.invoices} />}
        <Organisations organisations={home.organisations} />
      </div>
    </div>
  );
}

function ToApprove({ toApprove }: Pick<SupervisorPart, 'toApprove'>) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { mayApprove } = useMe();
  const { items, total } = toApprove;
  const hours = format.hoursOfList(toApprove);
  const count =
    hours === null
      ? t('approve.countMany', { number: format.count(total) })
      : t('approve.count', { count: total, hours });
  return (
    <Panel
      title={t('approve.title')}
      aside={total > 0 && <span className={`${classes.aside} figures`}>{count}</span>}
      flush
    >
      {total === 0 ? (
        <Empty icon={IconCircleCheck} title={t('approve.empty')} small>
          {t(mayApprove ? 'approve.emptyText' : 'approve.none')}
        </Empty>
      ) : (
        <>
          <WorksheetLinks
            rows={items}
            ticks="approve"
            rest={total > items.length ? { total, rest: toApproveRest } : {}}
          />
          <div className={classes.all}>
            <ButtonLink to={paths.approve}>{t('approve.all', { count: total })}</ButtonLink>
          </div>
        </>
      )}
    </Panel>
  );
}

function MyTimesheets({ toSend }: Pick<SupervisorPart, 'toSend'>) {
  const { t } = useTranslation('home');
  const { mayRegister } = useMe();
  const { items, total } = toSend;
  return (
    <Panel title={t('timesheets.title')} flush>
      <h3 className={classes.sub}>{t('timesheets.toSend')}</h3>
      {total === 0 ? (
        <Empty icon={IconPencilCheck} title={t('timesheets.empty')} small>
          {t(mayRegister ? 'timesheets.emptyText' : 'timesheets.notForYou')}
        </Empty>
      ) : (
        <>
          <WorksheetLinks rows={items} isToSend />
          {total > items.length && (
            <p className={classes.more}>
              <Link to={`${paths.status}?phase=to-fill&sort=-status`} className={classes.link}>
                {t('timesheets.more', { count: total - items.length })}
              </Link>
            </p>
          )}
        </>
      )}
    </Panel>
  );
}

function Organisations({ organisations }: Pick<SupervisorPart, 'organisations'>) {
  const { t } = useTranslation('home');
  const format = useFormat();
  return (
    <Panel title={t('organisations.title')} flush>
      {organisations.length === 0 ? (
        <Empty icon={IconBuilding} title={t('organisations.empty')} small>
          {t('organisations.emptyText')}
        </Empty>
      ) : (
        <ul className={classes.organisations}>
          {organisations.map(
            ({ id, name, city, mayApprove, mayRegister, maySeeInvoices, validUntil, onBehalfOf, waiting }) => {
              const rights = [
                mayApprove && t('organisations.mayApprove'),
                mayRegister && t('organisations.mayRegister'),
                maySeeInvoices && t('organisations.maySeeInvoices'),
                onBehalfOf && t('organisations.onBehalfOf', { names: onBehalfOf.join(', ') }),
                validUntil && t('organisations.until', { day: format.day(validUntil) }),
              ];
              return (
                <li key={id}>
                  <div className={classes.organisation}>
                    <span>
                      <strong>{name}</strong> {city && <span className={classes.quiet}>{city}</span>}
                    </span>
                    {waiting > 0 && (
                      <Link to={`${paths.approve}?organisation=${id}`} className="figures">
                        {t('organisations.waiting', { count: waiting })}
                      </Link>
                    )}
                  </div>
                  <p className={classes.quiet}>{rights.filter(Boolean).join(' · ')}</p>
                </li>
              );
            },
          )}
        </ul>
      )}
    </Panel>
  );
}
