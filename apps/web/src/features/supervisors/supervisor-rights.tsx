import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { Supervisor, SupervisorRight } from '@konnekt/shared/supervisors/supervisor.schema';
import { IconPlus, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { recordLink } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { SupervisorRightDialog } from './parts/right-dialog.tsx';
import { RightList, stateOfRight } from './parts/right-list.tsx';
import { EndRightDialog, TakeBackDialog } from './right-dialogs.tsx';

type Act = 'give' | 'change' | 'end' | 'take-back';

/** Where a supervisor may do what, and every act on it: giving, changing or moving from a date, ending, taking back. */
export function SupervisorRights({ supervisor, refresh }: { supervisor: Supervisor; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation(['people', 'office']);
  const [open, setOpen] = useState<{ act: Act; right?: SupervisorRight }>();
  const today = calendarDayAt(new Date());
  const dialog = { supervisor, refresh, onClose: () => setOpen(undefined) };
  const give = (
    <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={() => setOpen({ act: 'give' })}>
      {t('rights.give')}
    </Button>
  );
  const acts = (right: SupervisorRight) => {
    if (stateOfRight(right, today) === 'past') return null;
    const which = { organisation: right.organisationName };
    const end: Act = right.validFrom >= today ? 'take-back' : 'end';
    return (
      <span className={layout.acts}>
        {right.onBehalfOf === null && (
          <Button
            variant="default"
            size="xs"
            aria-label={t('rights.changeAt', which)}
            onClick={() => setOpen({ act: 'change', right })}
          >
            {t('rights.change')}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          aria-label={t(end === 'end' ? 'rights.endAt' : 'rights.takeBackAt', which)}
          onClick={() => setOpen({ act: end, right })}
        >
          {t(end === 'end' ? 'rights.end' : 'rights.takeBack')}
        </Button>
      </span>
    );
  };
  return (
    <>
      {supervisor.rights.length === 0 ? (
        <Empty icon={IconUserCheck} title={t('rights.emptyTitle')} actions={give}>
          {t('rights.emptyText')}
        </Empty>
      ) : (
        <>
          <div className={layout.intro}>
            <span className={layout.quiet}>{t('rights.text')}</span>
            {give}
          </div>
          <RightList
            label={t('tab.rights')}
            rights={supervisor.rights}
            first={{
              header: t('office:field.organisation'),
              cell: ({ organisationId, organisationName }) => (
                <Link to={paths.organisation(organisationId)} className={recordLink}>
                  {organisationName}
                </Link>
              ),
            }}
            acts={acts}
          />
        </>
      )}
      {open?.act === 'give' && <SupervisorRightDialog {...dialog} />}
      {open?.right && open.act === 'change' && <SupervisorRightDialog {...dialog} right={open.right} />}
      {open?.right && open.act === 'end' && <EndRightDialog {...dialog} right={open.right} />}
      {open?.right && open.act === 'take-back' && <TakeBackDialog {...dialog} right={open.right} />}
    </>
  );
}
