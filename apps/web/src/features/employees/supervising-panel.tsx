import type { Employee } from '@konnekt/shared/employees/employee.schema';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import { paths } from '../../kit/address/paths.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { toast } from '../../ui/toast.tsx';
import { EndRoleDialog } from '../people/parts/end-role-dialog.tsx';
import { SupervisorRightDialog } from '../supervisors/parts/right-dialog.tsx';

/** Whether an employee supervises for a client as well: given with a first right, and taken with all of them. */
export function SupervisingPanel({ employee, refresh }: { employee: Employee; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const takeIn = useTakeInRecord();
  const [open, setOpen] = useState<'give' | 'end'>();
  const { id, personId, name, version, role } = employee;
  const onClose = () => setOpen(undefined);
  if (role !== 'employee' && role !== 'supervisor') return null;
  return (
    <Panel title={t('roles.supervising')}>
      <p>{t(role === 'supervisor' ? 'roles.supervises' : 'roles.supervisesNot', { name })}</p>
      <div className={layout.below}>
        {role === 'employee' ? (
          <Button variant="default" size="xs" onClick={() => setOpen('give')}>
            {t('roles.makeSupervisor')}
          </Button>
        ) : (
          <>
            <Link to={paths.supervisor(personId)}>{t('roles.toRights')}</Link>
            <Button variant="default" size="xs" onClick={() => setOpen('end')}>
              {t('roles.endSupervising')}
            </Button>
          </>
        )}
      </div>
      {open === 'give' && (
        <SupervisorRightDialog
          supervisor={{ id: personId, name }}
          refresh={refresh}
          onGiven={() => void navigate(paths.supervisor(personId))}
          onClose={onClose}
        />
      )}
      {open === 'end' && (
        <EndRoleDialog
          title={t('roles.endSupervisingTitle', { name })}
          text={t('roles.endSupervisingText', { name })}
          submit={t('roles.endSupervising')}
          end={() => call('DELETE /api/people/:id/supervisor', { params: { id: personId }, body: { version } })}
          onEnded={(after) => {
            takeIn('employee', id, after, personId);
            toast({ tone: 'good', message: t('roles.endedSupervising', { name }) });
            onClose();
          }}
          onClose={onClose}
        />
      )}
    </Panel>
  );
}
