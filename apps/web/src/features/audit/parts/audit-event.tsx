import type { AuditList, AuditEvent as Event } from '@konnekt/shared/audit/audit.contract';
import { type Role, roles } from '@konnekt/shared/basics/actor';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import classes from './audit-event.module.css';
import { useAuditWords } from './use-audit-words.ts';

/** More than this many fields are folded. */
const shownFields = 3;

/** One event of a history: a sentence, when and from where, and what was there before and after. */
export function AuditEventItem({ event, names }: { event: Event; names: AuditList['names'] }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { sentence } = useAuditWords(names);
  return (
    <>
      <p>{sentence(event)}</p>
      <p className={classes.when}>
        <time dateTime={event.at}>{format.moment(event.at)}</time>
        {event.actorRole && isRole(event.actorRole) && <span>{t(`role.${event.actorRole}`)}</span>}
        {event.address && <span>{event.address}</span>}
      </p>
      <EventChanges event={event} names={names} />
    </>
  );
}

/** What was there before and after; much of it is folded. */
export function EventChanges({ event, names }: { event: Event; names: AuditList['names'] }) {
  const { t } = useTranslation('audit');
  const count = event.changes.length;
  if (count === 0) return null;
  if (count <= shownFields && saysWhatBecame(event)) return <Changes event={event} names={names} />;
  return (
    <details className={classes.details}>
      <summary>{t('history.details', { count })}</summary>
      <Changes event={event} names={names} />
    </details>
  );
}

function Changes({ event, names }: { event: Event; names: AuditList['names'] }) {
  const { t } = useTranslation('audit');
  const { fieldName, written } = useAuditWords(names);
  return (
    <dl className={classes.changes}>
      {event.changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          <dd>
            {isChange(event) && before !== after ? (
              <>
                <span className={classes.spoken}>
                  {t('history.change', { before: written(field, before), after: written(field, after) })}
                </span>
                <span aria-hidden>
                  <s>{written(field, before)}</s> → {written(field, after)}
                </span>
              </>
            ) : (
              written(field, after ?? before)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isChange = ({ action }: Event) => action === 'change' || action === 'block' || action === 'unblock';

/** What was held back says why, what was closed how much it was. */
const saysWhatBecame = (event: Event) => isChange(event) || ['hold', 'let-go', 'close'].includes(event.action);

/** Of whoever did it; the log may hold a word that is none any more. */
export const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word);
