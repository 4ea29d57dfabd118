import { formatHundredths, parseHundredths } from '@konnekt/shared/basics/money';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { fitsOnLine } from '@konnekt/shared/invoices/invoice.sums';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import { TypedDialog } from '../../kit/form/typed-dialog.tsx';
import { textOrNull } from '../../kit/form/typed-values.ts';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';
import classes from './dialogs.module.css';
import { useChangeDraft } from './invoice-queries.ts';
import { useInvoiceProblem } from './use-invoice-words.ts';

interface FreeLine {
  key: number;
  description: string;
  quantity: string;
  price: string;
}

/** What is typed on a draft: a remark, the client's reference, and amounts that are no hours. */
export function DraftDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useTranslation(['invoices', 'office', 'common']);
  const { language } = useFormat();
  const change = useChangeDraft(invoice.id);
  const onProblem = useInvoiceProblem();
  const [remark, setRemark] = useState(invoice.remark ?? '');
  const [reference, setReference] = useState(invoice.orderReference ?? '');
  const [lines, setLines] = useState<FreeLine[]>(() =>
    typedLines(invoice).map(({ description, size, priceCents }, key) => ({
      ...{ key, description: description ?? '', price: formatHundredths(priceCents, language) },
      quantity: `${size < 0 ? '-' : ''}${formatHundredths(Math.abs(size), language, 'needed')}`,
    })),
  );
  const [first] = useState(() => JSON.stringify([remark, reference, lines]));
  const [wasPressed, setWasPressed] = useState(false);
  const [isTooMuch, setIsTooMuch] = useState(false);
  const write = (key: number, part: Partial<FreeLine>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line)));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasPressed(true);
    setIsTooMuch(false);
    const freeLines = lines.flatMap((line) => readLine(line) ?? []);
    if (freeLines.length < lines.length) return;
    change.mutate(
      { version: invoice.version, remark: textOrNull(remark), orderReference: textOrNull(reference), freeLines },
      {
        onSuccess: () => {
          toast({ tone: 'good', message: t('edit.done') });
          onClose();
        },
        onError: (error) => (isProblem(error, 'invalid-input') ? setIsTooMuch(true) : onProblem(error)),
      },
    );
  };

  return (
    <TypedDialog
      title={t('edit.title')}
      isDirty={() => JSON.stringify([remark, reference, lines]) !== first}
      onClose={onClose}
    >
      {(close) => (
        <form onSubmit={submit} noValidate className={classes.form}>
          <TextField
            label={t('edit.reference')}
            value={reference}
            maxLength={longest.budgetNumber}
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
          <TextAreaField
            label={t('edit.remark')}
            value={remark}
            limit={longest.reason}
            rows={2}
            onChange={({ currentTarget }) => setRemark(currentTarget.value)}
          />
          {invoice.kind === 'invoice' && (
            <fieldset className={classes.group}>
              <legend>{t('edit.freeLines')}</legend>
              {lines.map((line, index) => (
                <div key={line.key} className={classes.line}>
                  <TextField
                    label={t('edit.description')}
                    value={line.description}
                    error={wasPressed && line.description.trim() === '' && t('edit.wrong.description')}
                    maxLength={longest.lineRemark}
                    onChange={({ currentTarget }) => write(line.key, { description: currentTarget.value })}
                  />
                  <TextField
                    label={t('edit.quantity')}
                    inputMode="decimal"
                    value={line.quantity}
                    error={wasPressed && readSize(line.quantity) === undefined && t('edit.wrong.quantity')}
                    onChange={({ currentTarget }) => write(line.key, { quantity: currentTarget.value })}
                  />
                  <TextField
                    label={t('edit.price')}
                    inputMode="decimal"
                    value={line.price}
                    error={wasPressed && priceProblem(line) && t(`edit.wrong.${priceProblem(line) ?? 'price'}`)}
                    onChange={({ currentTarget }) => write(line.key, { price: currentTarget.value })}
                  />
                  <IconButton
                    icon={IconTrash}
                    label={t('edit.remove', { number: index + 1 })}
                    onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
                  />
                </div>
              ))}
              {isTooMuch && (
                <Notice tone="bad" role="alert">
                  {t('edit.wrong.total')}
                </Notice>
              )}
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
                onClick={() =>
                  setLines([...lines, { key: 1 + Math.max(-1, ...lines.map(({ key }) => key)), ...blank }])
                }
              >
                {t('edit.add')}
              </Button>
            </fieldset>
          )}
          <DialogActions>
            <Button variant="default" onClick={close}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t('office:form.save')}
            </Button>
          </DialogActions>
        </form>
      )}
    </TypedDialog>
  );
}

const blank = { description: '', quantity: '1', price: '' };

const typedLines = ({ lines }: Invoice) =>
  lines.filter(({ description, creditsLineId }) => description !== null && creditsLineId === null);

/** The line as the API takes it; below nothing it takes something off. */
function readLine({ description, quantity, price }: FreeLine) {
  const size = readSize(quantity);
  const priceCents = readPrice(price);
  if (description.trim() === '' || size === undefined || priceCents === undefined) return undefined;
  return fitsOnLine({ size, priceCents }) ? { description, size, priceCents } : undefined;
}

function readSize(quantity: string): number | undefined {
  const read = parseHundredths(quantity.replace(/^\s*[-−]/, ''));
  if (!('hundredths' in read)) return undefined;
  return /^\s*[-−]/.test(quantity) ? -read.hundredths : read.hundredths;
}

function readPrice(price: string): number | undefined {
  const read = parseHundredths(price);
  return 'hundredths' in read ? read.hundredths : undefined;
}

function priceProblem({ quantity, price }: FreeLine): 'price' | 'tooMuch' | undefined {
  const priceCents = readPrice(price);
  if (priceCents === undefined) return 'price';
  return fitsOnLine({ size: readSize(quantity) ?? 0, priceCents }) ? undefined : 'tooMuch';
}
