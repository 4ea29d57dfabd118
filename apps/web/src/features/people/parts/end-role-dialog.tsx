import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { toastProblem } from '../../../ui/toast.tsx';

/** Asks before one of somebody's two roles is taken. */
export function EndRoleDialog<R>(props: {
  title: string;
  text: string;
  submit: string;
  end: () => Promise<R>;
  onEnded: (after: R) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const act = useMutation({ mutationFn: props.end, onSuccess: props.onEnded, onError: toastProblem });
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{props.text}</p>
      <DialogActions>
        <Button variant="default" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
        <Button variant="danger" data-autofocus loading={act.isPending} onClick={() => act.mutate()}>
          {props.submit}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
