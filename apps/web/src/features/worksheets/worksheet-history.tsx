import { isOffice } from '@konnekt/shared/basics/actor';
import { longest } from '@konnekt/shared/basics/text-rules';
import { cleanText } from '@konnekt/shared/basics/typed-text';
import type { Worksheet, WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../api/problem-message.ts';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { keep, readKept } from '../../kit/storage/account-storage.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { isTooLong, TextAreaField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Timeline, TimelineItem } from '../../ui/timeline.tsx';
import { useAddComment } from './parts/use-add-comment.ts';
import { worksheetHistoryQuery } from './parts/worksheet-queries.ts';
import classes from './worksheet-history.module.css';

/** Few have one. */
const AgreedText = lazy(() => import('./agreed-text.tsx'));

/** What happened to a worksheet, as plain sentences, the last first; and room for a comment. */
export function WorksheetHistory({ worksheet }: { worksheet: Worksheet }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const sentence = useSentence();
  const [showsAll, setShowsAll] = useState(false);
  const all = useInfiniteQuery({ ...worksheetHistoryQuery(worksheet.id), enabled: showsAll });
  const events = all.data?.pages.flatMap(({ items }) => items) ?? worksheet.history.toReversed();
  const hasMore = all.data ? all.hasNextPage : worksheet.hasEarlierHistory;
  return (
    <Panel title={t('sheet.history')}>
      <Timeline>
        {events.map((event) => (
          <TimelineItem key={event.id} tone={tones[event.action]}>
            <p>{sentence(event)}</p>
            {event.isAfterAddressChange && isApproval(event) && <p>{t('event.afterAddressChange')}</p>}
            {event.isFromMail && <p>{t('event.fromMail')}</p>}
            {event.approvalText && <AgreedText text={event.approvalText} />}
            {event.reason && <blockquote className={classes.reason}>{event.reason}</blockquote>}
            <time dateTime={event.at} className={classes.time}>
              {format.moment(event.at)}
            </time>
          </TimelineItem>
        ))}
      </Timeline>
      {hasMore && (
        <Button
          variant="default"
          size="xs"
          className={classes.more ?? ''}
          loading={all.isFetching}
          onClick={() => (all.data ? void all.fetchNextPage() : setShowsAll(true))}
        >
          {t('sheet.earlierHistory')}
        </Button>
      )}
      {worksheet.allowed.includes('comment') && <CommentForm key={worksheet.id} worksheet={worksheet} />}
    </Panel>
  );
}

const tones: Partial<Record<WorksheetEvent['action'], 'good' | 'bad'>> = {
  approve: 'good',
  finalise: 'good',
  decline: 'bad',
  refuse: 'bad',
};

/** What a client registers is approved by sending it. */
const isApproval = ({ action, toStatus }: WorksheetEvent) =>
  action === 'approve' || (action === 'send' && toStatus !== 'submitted');

/** What is typed and sent: where the office did it, that is said. */
const enters: readonly WorksheetEvent['action'][] = ['save', 'send', 'withdraw'];

/** `Anna de Vries heeft de uren verstuurd (versie 2).` A substitute is named with the supervisor they stood in for. */
function useSentence() {
  const { t } = useTranslation('worksheets');
  return (event: WorksheetEvent) => {
    const { action, actorName, actorRole, onBehalfOfName: other, submissionNumber: number } = event;
    const name =
      other !== null
        ? t('event.onBehalfOf', { name: actorName, other })
        : enters.includes(action) && isOffice({ role: actorRole })
          ? t('event.ofAgency', { name: actorName })
          : actorName;
    if (action === 'send' && isApproval(event)) return t('event.sendApproved', { name, number });
    if (action === 'send' || action === 'approve') {
      return number === null ? t(`event.${action}Bare`, { name }) : t(`event.${action}`, { name, number });
    }
    return t(`event.${action}`, { name });
  };
}

function CommentForm({ worksheet }: { worksheet: Worksheet }) {
  const { t } = useTranslation('worksheets');
  const { accountId } = useMe();
  const name = `comment.${worksheet.id}`;
  const [text, setText] = useState(() => readKept<string>(localStorage, accountId, name) ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const add = useAddComment(worksheet);

  const isEmpty = cleanText(text) === '';

  // A comment that was begun is there again when they come back.
  const keepText = (next: string) => keep(localStorage, accountId, name, next || undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(isEmpty);
    if (isEmpty || isTooLong(text, longest.comment)) return field.current?.focus();
    try {
      await add.mutateAsync(cleanText(text));
    } catch {
      return; // it stands at the field
    }
    // They may have typed on, or gone elsewhere.
    setText((now) => (now === text ? '' : now));
    if (readKept(localStorage, accountId, name) === text) keepText('');
    announce(t('sheet.commentDone'));
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className={classes.form}>
      <TextAreaField
        ref={field}
        label={t('sheet.commentLabel')}
        description={t('sheet.commentHint')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          keepText(event.currentTarget.value);
        }}
        // What can be done stands at the bottom of the window, over what is there.
        onFocus={() => form.current?.scrollIntoView({ block: 'nearest' })}
        error={isMissing && isEmpty ? t('sheet.commentMissing') : add.error && problemMessage(add.error)}
        limit={longest.comment}
        rows={2}
      />
      <Button type="submit" variant="default" size="xs" loading={add.isPending}>
        {t('sheet.commentSubmit')}
      </Button>
    </form>
  );
}
