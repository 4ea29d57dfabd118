import type { Delivery } from '@konnekt/shared/documents/delivery.contract';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { paths } from '../../kit/address/paths.ts';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import classes from './documents.module.css';
import { useApplyDelivery } from './parts/document-queries.ts';

type Item = Delivery['items'][number];

/** Who gets what, with what is nobody's on top; put there as it is seen, or not at all. */
export function DeliverySeen({ delivery, onAnew }: { delivery: Delivery; onAnew: () => void }) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const apply = useApplyDelivery();
  const { id, items, total } = delivery;
  const left = items.length - total;
  const hasChanged = isProblem(apply.error, 'receivers-changed');
  const isPut = useRef(false);
  const press = () =>
    apply.mutate(
      { id, total },
      {
        onSuccess: () => {
          isPut.current = true;
          toast({ tone: 'good', message: t('delivery.done', { count: total }) });
          navigate(paths.documents);
        },
        onError: (error) => !isProblem(error, 'receivers-changed') && toastProblem(error),
      },
    );
  return (
    <div className={classes.parts}>
      {/* What was handed in and seen is nobody's yet. */}
      <LeaveGuard isDirty={() => total > 0 && !hasChanged && !isPut.current} />
      {total > 0 && (
        <Notice tone="info" role="status">
          {t('delivery.ready', { count: total })}
        </Notice>
      )}
      {left > 0 && (
        <Notice tone="warn" role="status">
          {total > 0 ? t('delivery.left', { count: left }) : t('delivery.none')}
        </Notice>
      )}
      {hasChanged && (
        <Notice tone="bad" role="alert">
          {t('delivery.changed')}
        </Notice>
      )}
      <Panel title={t('delivery.seen')} flush>
        <RecordList<Item & { key: number }>
          label={t('delivery.seen')}
          rows={items.map((item, key) => ({ ...item, key }))}
          keyOf={({ key }) => String(key)}
          columns={[
            {
              id: 'file',
              header: t('delivery.file'),
              cell: ({ fileName, folder }) => (
                <>
                  {fileName}
                  {folder && <p className={classes.quiet}>{folder}</p>}
                </>
              ),
            },
            { id: 'number', header: t('delivery.number'), rank: 1, cell: (row) => row.personnelNumber },
            {
              id: 'person',
              header: t('delivery.person'),
              cell: (row) =>
                row.problem ? (
                  <Badge icon={IconAlertTriangle} tone="warn">
                    {t(`delivery.problem.${row.problem}`)}
                  </Badge>
                ) : (
                  row.personName
                ),
            },
          ]}
        />
      </Panel>
      <DialogActions>
        <Button variant="default" onClick={onAnew}>
          {t('delivery.anew')}
        </Button>
        {total > 0 && !hasChanged && (
          <Button loading={apply.isPending} onClick={press}>
            {t('delivery.apply', { count: total })}
          </Button>
        )}
      </DialogActions>
    </div>
  );
}
