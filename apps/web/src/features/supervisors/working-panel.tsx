import { longest } from '@konnekt/shared/basics/text-rules';
import type { Supervisor } from '@konnekt/shared/supervisors/supervisor.schema';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import { paths } from '../../kit/address/paths.ts';
import { BoundDay, BoundText } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { textOrNull } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { toast } from '../../ui/toast.tsx';
import { EndRoleDialog } from '../people/parts/end-role-dialog.tsx';

/** Whether a supervisor works for the agency as well. */
export function WorkingPanel({ supervisor, refresh }: { supervisor: Supervisor; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation('people');
  const takeIn = useTakeInRecord();
  const [open, setOpen] = useState<'make' | 'end'>();
  const { id, name, version, employee, account } = supervisor;
  const onClose = () => setOpen(undefined);
  if (account === 'none') return null;
  return (
    <Panel title={t('roles.working')}>
      <p>{employee ? t('roles.works', { name, number: employee.personnelNumber }) : t('roles.worksNot', { name })}</p>
      <div className={layout.below}>
        {employee ? (
          <>
            <Link to={paths.employee(employee.id)}>{t('roles.toEmployee')}</Link>
            <Button variant="default" size="xs" onClick={() => setOpen('end')}>
              {t('roles.endWorking')}
            </Button>
          </>
        ) : (
          <Button variant="default" size="xs" onClick={() => setOpen('make')}>
            {t('roles.makeEmployee')}
          </Button>
        )}
      </div>
      {open === 'make' && <MakeEmployeeDialog supervisor={supervisor} refresh={refresh} onClose={onClose} />}
      {open === 'end' && (
        <EndRoleDialog
          title={t('roles.endWorkingTitle', { name })}
          text={t('roles.endWorkingText', { name })}
          submit={t('roles.endWorking')}
          end={() => call('DELETE /api/people/:id/employee', { params: { id }, body: { version } })}
          onEnded={(after) => {
            takeIn('supervisor', id, after);
            toast({ tone: 'good', message: t('roles.endedWorking', { name }) });
            onClose();
          }}
          onClose={onClose}
        />
      )}
    </Panel>
  );
}

function MakeEmployeeDialog(props: { supervisor: Supervisor; refresh: () => Promise<unknown>; onClose: () => void }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('people');
  const { id, name, version } = props.supervisor;
  const stored = useMemo(() => ({ personnelNumber: '', birthDate: '' }), []);
  const form = useRecordForm({
    stored,
    save: ({ personnelNumber, birthDate }) =>
      call('POST /api/people/:id/employee', {
        params: { id },
        body: { version, personnelNumber, birthDate: textOrNull(birthDate) },
      }),
    formOf: () => stored,
    onSaved: (saved) => {
      takeIn('employee', saved.id, saved, id);
      props.onClose();
      void navigate(paths.employee(saved.id));
    },
    refresh: props.refresh,
  });
  return (
    <FormDialog
      title={t('roles.makeEmployeeTitle', { name })}
      form={form}
      isNew
      nameOf={nameOf}
      submit={t('roles.makeEmployee')}
      onClose={props.onClose}
    >
      <p className={layout.quiet}>{t('roles.makeEmployeeText')}</p>
      <BoundText name="personnelNumber" label={t('field.personnelNumber')} required maxLength={longest.recordNumber} />
      <BoundDay name="birthDate" label={t('field.birthDate')} />
    </FormDialog>
  );
}
