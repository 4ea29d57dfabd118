import type { ChosenNotice } from '@konnekt/shared/notices/notice.contract';
import { noticeKindsOf } from '@konnekt/shared/notices/notice.words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/session-queries.ts';
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
  // What is being kept is shown as chosen already.
  const shown = (kept: ChosenNotice) =>
    (choose.isPending && choose.variables.find(({ kind }) => kind === kept.kind)) || kept;
  return (
    <Panel title={t('notices.title')}>
      <Loaded query={query} skeleton={<Skeleton rows={2} height={56} />}>
        {({ items }) => (
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
                  choose.mutate([{ kind, onScreen: value.includes('onScreen'), byMail: value.includes('byMail') }], {
                    onError: (error) => toastProblem(error),
                  })
                }
              />
            ))}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
