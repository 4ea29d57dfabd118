import { isOffice } from '@konnekt/shared/basics/actor';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { Invoice, InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { isTooLong, TextAreaField } from '../../ui/field.tsx';
import { SelectInput } from '../../ui/form-fields.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Timeline, TimelineItem } from '../../ui/timeline.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import classes from './dialogs.module.css';
import log from './invoice-log.module.css';
import { messagesQuery, useWriteMessage } from './payment-queries.ts';
import { useInvoiceWords } from './use-invoice-words.ts';

/** What is asked and answered about an invoice: "this is not right" of the client, and what the agency says to that. */
export function InvoiceQuestions({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const isOfOffice = isOffice(useMe());
  const query = useQuery(messagesQuery(invoice.id));
  const [isOpen, setIsOpen] = useState(false);
  const nameOf = useLineName();
  return (
    <Panel
      title={t('ask.title')}
      aside={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconMessageQuestion size={16} stroke={1.8} aria-hidden />}
          onClick={() => setIsOpen(true)}
        >
          {t(isOfOffice ? 'ask.answer' : 'ask.act')}
        </Button>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={1} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={log.none}>{t(isOfOffice ? 'ask.noneOffice' : 'ask.none')}</p>
          ) : (
            <Timeline>
              {items.map(({ id, body, at, byName, lineId, isOffice: isAnswer }) => {
                const line = invoice.lines.find((one) => one.id === lineId);
                return (
                  <TimelineItem key={id} tone={isAnswer ? 'good' : undefined}>
                    <strong>{byName}</strong>{' '}
                    <span className={log.quiet}>
                      {format.moment(at)}
                      {line && ` · ${nameOf(line)}`}
                    </span>
                    <span style={{ whiteSpace: 'pre-wrap' }}>{body}</span>
                  </TimelineItem>
                );
              })}
            </Timeline>
          )
        }
      </Loaded>
      {isOpen && <MessageDialog invoice={invoice} isOfOffice={isOfOffice} onClose={() => setIsOpen(false)} />}
    </Panel>
  );
}

function MessageDialog(props: { invoice: Invoice; isOfOffice: boolean; onClose: () => void }) {
  const { t } = useTranslation(['finance', 'common']);
  const { invoice, isOfOffice, onClose } = props;
  const write = useWriteMessage(invoice.id);
  const nameOf = useLineName();
  const [lineId, setLineId] = useState('');
  const [body, setBody] = useState('');
  const [wasPressed, setWasPressed] = useState(false);
  const isEmpty = body.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasPressed(true);
    if (isEmpty || isTooLong(body, longest.comment)) return;
    write.mutate(
      { body, lineId: lineId || null },
      {
        onSuccess: () => {
          toast({ tone: 'good', message: t(isOfOffice ? 'ask.answered' : 'ask.asked') });
          onClose();
        },
        onError: toastProblem,
      },
    );
  };
  return (
    <Dialog title={t(isOfOffice ? 'ask.answer' : 'ask.act')} onClose={onClose}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <SelectInput
          label={t('ask.about')}
          value={lineId}
          onChange={({ currentTarget }) => setLineId(currentTarget.value)}
          options={[
            { value: '', label: t('ask.whole') },
            ...invoice.lines.map((line) => ({ value: line.id, label: nameOf(line) })),
          ]}
        />
        <TextAreaField
          label={t('ask.body')}
          error={wasPressed && isEmpty && t('ask.empty')}
          value={body}
          limit={longest.comment}
          rows={4}
          required
          onChange={({ currentTarget }) => setBody(currentTarget.value)}
        />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={write.isPending}>
            {t('ask.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** `Anna de Vries, week 47, Normale uren, 40,00 uur` */
function useLineName() {
  const words = useInvoiceWords();
  return (line: InvoiceLine): string =>
    [line.employeeName, line.isoWeek && `week ${line.isoWeek}`, words.hourType(line), words.quantity(line)]
      .filter(Boolean)
      .join(', ');
}
