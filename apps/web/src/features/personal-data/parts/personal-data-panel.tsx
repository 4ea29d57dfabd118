import type { PersonalData } from '@konnekt/shared/personal-data/personal-data.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { problemMessage } from '../../../api/problem-message.ts';
import { addressOf } from '../../../api/route-address.ts';
import { useMe } from '../../../api/session-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { DownloadLink } from '../../../kit/files/download-link.tsx';
import { recordKeys } from '../../../kit/form/record-keys.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { toast } from '../../../ui/toast.tsx';
import classes from './personal-data-panel.module.css';

/** What the law lets a person ask for: all their data in one file; and to be erased, if they never worked. */
export function PersonalDataPanel({ personId, listPath }: { personId: string; listPath: string }) {
  const { t } = useTranslation('office');
  const query = useQuery({
    queryKey: [...recordKeys.all, 'personal-data', personId],
    queryFn: ({ signal }) => call('GET /api/people/:id/personal-data', { params: { id: personId } }, { signal }),
  });
  const isHidden = query.error instanceof ApiProblem && query.error.code === 'not-found';
  if (isHidden)
    return (
      <Panel title={t('personalData.title')}>
        <p>{t('personalData.onlyAdmin')}</p>
      </Panel>
    );
  return (
    <Panel title={t('personalData.title')}>
      <Loaded query={query} skeleton={<Skeleton rows={2} />}>
        {(data) => <Body data={data} listPath={listPath} />}
      </Loaded>
    </Panel>
  );
}

function Body({ data, listPath }: { data: PersonalData; listPath: string }) {
  const { t } = useTranslation('office');
  const format = useFormat();
  const { role } = useMe();
  const [isAsking, setIsAsking] = useState(false);
  const { personId, keptBecause, keptUntil } = data;
  const file = addressOf('GET /api/people/:id/personal-data/file', { params: { id: personId } }).url;
  return (
    <div className={classes.body}>
      <p>
        {t(`personalData.${keptBecause ?? 'free'}`)}
        {keptUntil && ` ${t('personalData.until', { day: format.day(keptUntil) })}`}
      </p>
      <div className={classes.acts}>
        <DownloadLink href={file}>{t('personalData.download')}</DownloadLink>
        {keptBecause === null && role === 'admin' && (
          <Button variant="default" size="xs" onClick={() => setIsAsking(true)}>
            {t('personalData.erase')}
          </Button>
        )}
      </div>
      {isAsking && <EraseDialog data={data} listPath={listPath} onClose={() => setIsAsking(false)} />}
    </div>
  );
}

function EraseDialog(props: { data: PersonalData; listPath: string; onClose: () => void }) {
  const { t } = useTranslation(['office', 'common']);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { personId, version, name } = props.data;
  const erase = useMutation({
    mutationFn: () => call('POST /api/people/:id/erase', { params: { id: personId }, body: { version } }),
    onSuccess: async () => {
      toast({ tone: 'good', message: t('personalData.erased') });
      await navigate(props.listPath, { replace: true });
      queryClient.removeQueries({ queryKey: [...recordKeys.all, 'personal-data', personId] });
      await queryClient.invalidateQueries({ queryKey: recordKeys.all });
    },
  });
  return (
    <Dialog title={t('personalData.eraseTitle', { name })} onClose={props.onClose}>
      <p>{t('personalData.eraseText')}</p>
      {erase.error && (
        <Notice tone="bad" role="alert">
          {problemMessage(erase.error)}
        </Notice>
      )}
      <DialogActions>
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {t('common:action.cancel')}
        </Button>
        <Button variant="danger" loading={erase.isPending} onClick={() => erase.mutate()}>
          {t('personalData.eraseSubmit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
