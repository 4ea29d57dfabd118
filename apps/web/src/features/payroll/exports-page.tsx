import type { ExportDefinition } from '@konnekt/shared/payroll/export.contract';
import { type ExportPreset, exportPresets } from '@konnekt/shared/payroll/export.presets';
import { IconFileExport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordLink } from '../../kit/list/record-list.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { exportDefinitions } from './payroll-queries.ts';

export { ExportsPage as Component };

/** How the agency's runs become files. */
function ExportsPage() {
  const { t } = useTranslation('payroll');
  const query = useQuery(exportDefinitions);
  const [isAdding, setIsAdding] = useState(false);
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={() => setIsAdding(true)}>
      {t('exports.add')}
    </Button>
  );
  const columns: Column<ExportDefinition>[] = [
    {
      id: 'name',
      header: t('exports.name'),
      cell: ({ id, name }) => (
        <Link to={paths.payrollExport(id)} className={recordLink}>
          {name}
        </Link>
      ),
    },
    { id: 'file', header: t('exports.file'), cell: ({ content }) => t(`option.format.${content.format}`) },
    {
      id: 'used',
      header: t('exports.used'),
      cell: ({ isUsed }) => t(isUsed ? 'exports.isUsed' : 'exports.isNotUsed'),
    },
  ];
  return (
    <Page
      title={t('exports.title')}
      above={<BackLink to={paths.payrollRuns}>{t('runs.title')}</BackLink>}
      lead={<span className={layout.quiet}>{t('exports.text')}</span>}
      actions={query.data && query.data.items.length > 0 && add}
    >
      <Loaded query={query} skeleton={<Skeleton rows={4} height={32} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconFileExport} title={t('exports.emptyTitle')} actions={add}>
              {t('exports.emptyText')}
            </Empty>
          ) : (
            <RecordList label={t('exports.title')} rows={items} keyOf={({ id }) => id} columns={columns} />
          )
        }
      </Loaded>
      {isAdding && <AddDialog onClose={() => setIsAdding(false)} />}
    </Page>
  );
}

const presets = Object.keys(exportPresets) as ExportPreset[];

function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['payroll', 'common']);
  const [preset, setPreset] = useState<ExportPreset>('loket');
  return (
    <Dialog title={t('exports.addTitle')} onClose={onClose}>
      <Choice
        legend={t('exports.startFrom')}
        showsLegend
        hint={t('exports.addText')}
        value={preset}
        options={presets.map((value) => ({ value, label: t(`preset.${value}`) }))}
        onChange={setPreset}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <ButtonLink to={`${paths.newPayrollExport}?from=${preset}`}>{t('exports.next')}</ButtonLink>
      </DialogActions>
    </Dialog>
  );
}
