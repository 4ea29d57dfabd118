import { formatClock } from '@konnekt/shared/basics/minutes';
import type { ChosenNotice } from '@konnekt/shared/notices/notice.contract';
import { dailyMailHour, noticeKindsOf } from '@konnekt/shared/notices/notice.words';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMe } from '../../../api/session-queries.ts';
import { Choice } from '../../../ui/choice.tsx';
import { CheckGroup } from '../../../ui/form-fields.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { toastProblem } from '../../../ui/toast.tsx';
import classes from './notice-choices.module.css';
import { noticeChoicesQuery, useChooseNotices } from './notice-queries.ts';

/** Where one hears of what, kept at each tick; for who is told of anything. */
export function NoticeChoices() {
  return noticeKindsOf(useMe()).length > 0 ? <Choices /> : null;
}

function Choices() {
  const { t } = useTranslation('account');
  const query = useQuery(noticeChoicesQuery);
  const choose = useChooseNotices();
  // At once, while it is being kept: a box that is ticked never waits for an answer.
  const [ticked, setTicked] = useState<ChosenNotice[]>([]);
  const shown = (kept: ChosenNotice) => ticked.findLast(({ kind }) => kind === kept.kind) ?? kept;
  const tick = (choice: ChosenNotice) => {
    setTicked((before) => [...before, choice]);
    choose
      .mutateAsync({ items: [choice] })
      .catch((error: unknown) => toastProblem(error))
      .finally(() => setTicked((before) => before.filter((one) => one !== choice)));
  };
  const [daily, setDaily] = useState<boolean>();
  const chooseDaily = (isDaily: boolean) => {
    setDaily(isDaily);
    choose
      .mutateAsync({ isDaily })
      .catch((error: unknown) => toastProblem(error))
      .finally(() => setDaily(undefined));
  };
  // Who came for these is brought to them, once they have their place.
  const { hash } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  const isAskedFor = hash === '#notices' && query.isSuccess;
  useEffect(() => {
    if (!isAskedFor) return;
    place.current?.scrollIntoView({ block: 'start' });
    place.current?.focus({ preventScroll: true });
  }, [isAskedFor]);
  return (
    <div ref={place} tabIndex={-1} className={classes.place}>
      <Panel title={t('notices.title')}>
        <Loaded query={query} skeleton={<Skeleton rows={2} height={56} />}>
          {({ items, isDaily }) => (
            <div className={classes.kinds}>
              {items.map(shown).map(({ kind, onScreen, byMail }) => (
                <CheckGroup
                  key={kind}
                  label={t(`notices.kind.${kind}`)}
                  options={[
                    { value: 'onScreen', label: t('notices.onScreen') },
                    { value: 'byMail', label: t('notices.byMail') },
                  ]}
                  value={[...(onScreen ? ['onScreen'] : []), ...(byMail ? ['byMail'] : [])]}
                  onChange={(value) =>
                    tick({ kind, onScreen: value.includes('onScreen'), byMail: value.includes('byMail') })
                  }
                />
              ))}
              <Choice<'no' | 'yes'>
                legend={t('notices.daily.label')}
                showsLegend
                hint={t('notices.daily.hint')}
                value={(daily ?? isDaily) ? 'yes' : 'no'}
                options={[
                  { value: 'no', label: t('notices.daily.no') },
                  { value: 'yes', label: t('notices.daily.yes', { hour: formatClock(dailyMailHour * 60) }) },
                ]}
                onChange={(value) => chooseDaily(value === 'yes')}
              />
            </div>
          )}
        </Loaded>
      </Panel>
    </div>
  );
}
