import { isAdmin } from '@konnekt/shared/basics/actor';
import type { FirstSteps } from '@konnekt/shared/home/home.contract';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useMe } from '../../api/session-queries.ts';
import { paths } from '../../kit/address/paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { homeQuery } from '../worksheets/parts/worksheet-queries.ts';
import classes from './office-start.module.css';

type Step = Exclude<keyof FirstSteps, 'mailFailure'>;

/** Each step of a new agency, in the order in which one stands on the other. */
export function FirstStepsList({ steps }: { steps: FirstSteps }) {
  const { t } = useTranslation(['start', 'outbox']);
  const isManager = isAdmin(useMe());
  // Whoever comes back from a step sees it ticked.
  useQuery({ ...homeQuery, refetchOnMount: 'always' });
  const go = (step: Step, to: string) => (
    <ButtonLink to={to} variant="default" size="xs" aria-label={t('steps.goTo', { step: t(`steps.${step}`) })}>
      {t('steps.go')}
    </ButtonLink>
  );
  const goOrImport = (step: Step, to: string) => (
    <>
      {go(step, to)}
      <ButtonLink
        to={paths.imports}
        variant="default"
        size="xs"
        aria-label={t('steps.importOf', { step: t(`steps.${step}`) })}
      >
        {t('steps.import')}
      </ButtonLink>
    </>
  );
  const acts: Record<Step, ReactNode> = {
    settings: isManager ? go('settings', paths.settings) : t('steps.settingsAdmin'),
    mail: <MailTest />,
    organisation: goOrImport('organisation', paths.newOrganisation),
    employee: goOrImport('employee', paths.newEmployee),
    placement: goOrImport('placement', paths.newPlacement),
    rates: goOrImport('rates', paths.placements),
    supervisor: goOrImport('supervisor', paths.newSupervisor),
    invited: go('invited', paths.employees),
  };
  return (
    <div className={classes.steps}>
      <Panel title={t('steps.title')}>
        <p>{t('steps.lead')}</p>
        <ol className={classes.list}>
          {(Object.keys(acts) as Step[]).map((step) => (
            <li key={step} data-done={steps[step] || undefined}>
              {steps[step] ? (
                <IconCircleCheckFilled size={22} aria-label={t('steps.done')} />
              ) : (
                <IconCircle size={22} stroke={1.6} aria-label={t('steps.open')} />
              )}
              <div>
                <strong>{t(`steps.${step}`)}</strong>
                <p>{t(`steps.${step}Text`)}</p>
                {step === 'mail' && !steps.mail && steps.mailFailure && (
                  <p className={classes.bad}>{t(`outbox:failure.${steps.mailFailure}`)}</p>
                )}
              </div>
              {!steps[step] && <span className={classes.acts}>{acts[step]}</span>}
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}

function MailTest() {
  const { t } = useTranslation('start');
  const queryClient = useQueryClient();
  const test = useMutation({
    mutationFn: () => call('POST /api/mails/test', {}),
    onSuccess: async ({ to }) => {
      toast({ tone: 'good', message: t('steps.mailSent', { to }) });
      await queryClient.invalidateQueries({ queryKey: homeQuery.queryKey });
    },
    onError: toastProblem,
  });
  return (
    <>
      <Button variant="default" size="xs" loading={test.isPending} onClick={() => test.mutate()}>
        {t('steps.mailSend')}
      </Button>
      <ButtonLink to={paths.outbox} variant="default" size="xs">
        {t('steps.mailOutbox')}
      </ButtonLink>
    </>
  );
}
