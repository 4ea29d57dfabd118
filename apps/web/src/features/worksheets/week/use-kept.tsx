import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import type { Draft } from '../../hours/parts/use-draft.ts';
import { type KeptState, useIsOnline } from './act-bar.tsx';
import type { Acts } from './use-week-acts.ts';

/** Whether what is in the fields is kept, and where. */
export function useKept(stored: Worksheet | null, typing: Draft, acts: Acts) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const isOnline = useIsOnline();
  const { busy, outcome } = acts;
  const wasOffline = useRef(false);
  if (!isOnline) wasOffline.current = true;
  const lacksConnection = outcome?.kind === 'no-connection';
  const said = (state: KeptState, text: string, act?: React.ReactNode) => ({ state, text, act });

  if (busy === 'save') return said('busy', t('state.saving'));
  if (busy === 'send') return said('busy', t('state.sending'));
  if (typing.draft && !typing.isKept) return said('not-kept', t('state.notKept'));
  if (!isOnline) return said('offline', t('state.offline'));
  if (typing.draft && (lacksConnection || wasOffline.current)) {
    const act = (
      <Button variant="subtle" size="xs" onClick={() => void acts.save()}>
        {t('state.saveNow')}
      </Button>
    );
    // The device never lost its connection, but the server was out of reach.
    if (!wasOffline.current) return said('offline', t('state.offline'), act);
    return said('online-again', t('state.online'), act);
  }
  if (typing.draft) return said('typed', t('state.typed'));
  wasOffline.current = false;
  const savedAt = stored?.history.findLast(({ action }) => typedActions.includes(action))?.at;
  if (!savedAt) return said('nothing', t('state.nothing'));
  const isToday = calendarDayAt(savedAt) === calendarDayAt(new Date());
  return said('saved', t('state.saved', { when: isToday ? format.time(savedAt) : format.moment(savedAt) }));
}

const typedActions = ['save', 'send', 'withdraw'];
