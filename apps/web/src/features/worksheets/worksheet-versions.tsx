import { isOffice } from '@konnekt/shared/basics/actor';
import { quantitiesByUnit } from '@konnekt/shared/worksheets/worksheet.hours';
import type { Submission, Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { useAddress } from '../../kit/address/use-address.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Quantities } from './quantities.tsx';
import classes from './worksheet-versions.module.css';

/** What is shown is not what stands: it was asked for, or came by an old link. */
export function OlderVersion({ shown, latest }: { shown: number | undefined; latest: number | undefined }) {
  const { t } = useTranslation('worksheets');
  if (shown === latest || !shown || !latest) return null;
  return (
    <Notice
      tone="warn"
      title={t('sheet.olderVersion', { number: shown })}
      actions={
        <ButtonLink size="xs" variant="default" to="?" replace state={{ keepFocus: true }}>
          {t('sheet.toLatest', { number: latest })}
        </ButtonLink>
      }
    >
      {t('sheet.olderVersionText')}
    </Notice>
  );
}

/** Every version that was sent, sealed as it was; the first is the original. */
export function WorksheetVersions(props: {
  submissions: readonly Submission[];
  hourTypes: Worksheet['hourTypes'];
  shown: number | undefined;
  /** The page shows something else than the latest version until one is asked for. */
  keepsLatest?: boolean;
}) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { submissions } = props;
  const address = useAddress();
  if (submissions.length === 0) return null;
  const latest = submissions.at(-1)?.number;
  const known = { version: submissions.map(({ number }) => String(number)) };
  const units = new Map(props.hourTypes.map(({ id, unit }) => [id, unit]));
  return (
    <Panel title={t('sheet.submissions')}>
      <UnknownValues address={address} known={known} />
      <ul className={classes.list}>
        {submissions.toReversed().map(({ number, sentAt, sentByName, sentByRole, totalMinutes, sha256, lines }) => {
          const marks = [number === 1 && t('sheet.original'), number === latest && number > 1 && t('sheet.current')];
          return (
            <li key={number} data-shown={number === props.shown || undefined}>
              <div className={classes.first}>
                <Link
                  to={number === latest && !props.keepsLatest ? '?' : `?version=${number}`}
                  state={{ keepFocus: true }}
                  replace
                  preventScrollReset
                  aria-current={number === props.shown ? 'true' : undefined}
                >
                  {t('sheet.submission', { number })}
                </Link>
                <span className={classes.marks}>{marks.filter(Boolean).join(', ')}</span>
                <span className={`figures ${classes.sizes}`}>
                  {format.hours(totalMinutes)}
                  <Quantities quantities={quantitiesByUnit(lines, units)} />
                </span>
              </div>
              <p>
                {t(isOffice({ role: sentByRole }) ? 'sheet.submissionByAgency' : 'sheet.submissionBy', {
                  name: sentByName,
                })}
              </p>
              <p>
                <time dateTime={sentAt}>{format.moment(sentAt)}</time>
              </p>
              <details>
                <summary>{t('sheet.seal')}</summary>
                <code>{sha256}</code>
              </details>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
