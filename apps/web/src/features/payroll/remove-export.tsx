import type { ExportDefinition } from '@konnekt/shared/payroll/export.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import { paths } from '../../kit/address/paths.ts';
import { takeOut } from '../../kit/list/take-out.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { exportDefinitions } from './payroll-queries.ts';

/** Puts an export away that is needed no more; asks first. */
export function RemoveExport({ definition }: { definition: ExportDefinition }) {
  const { t } = useTranslation(['payroll', 'common']);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [asks, setAsks] = useState(false);
  const { id, version, name } = definition;
  const remove = useMutation({
    mutationFn: () => call('POST /api/export-definitions/:id/remove', { params: { id }, body: { version } }),
    onSuccess: async () => {
      toast({ tone: 'good', message: t('exports.removed', { name }) });
      takeOut(queryClient, exportDefinitions.queryKey, id);
      // Away first: asked anew, this screen would find nothing.
      await navigate(paths.payrollExports, { replace: true });
      return queryClient.invalidateQueries({ queryKey: exportDefinitions.queryKey });
    },
    onError: (error) => {
      setAsks(false);
      toastProblem(error);
      return queryClient.invalidateQueries({ queryKey: exportDefinitions.queryKey });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsks(true)}>
        {t('exports.remove')}
      </Button>
      {asks && (
        <Dialog title={t('exports.removeTitle', { name })} onClose={() => setAsks(false)}>
          <p>{t('exports.removeText')}</p>
          <DialogActions>
            <Button variant="default" data-autofocus onClick={() => setAsks(false)}>
              {t('common:action.cancel')}
            </Button>
            <Button variant="danger" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('exports.remove')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
