import { type ExportPreset, exportPresets } from '@konnekt/shared/payroll/export.presets';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { anyText, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { Page } from '../../ui/page.tsx';
import { ExportForm } from './export-form.tsx';

export { NewExportPage as Component };

/** A new export, begun as one that a package is known to read. */
function NewExportPage() {
  const { t } = useTranslation('payroll');
  const navigate = useNavigate();
  const address = useAddress();
  const presets = Object.keys(exportPresets) as ExportPreset[];
  const preset = oneOf(presets, address.read('from')) ?? 'csv';
  const { name, content } = exportPresets[preset];
  return (
    <Page title={t('exports.new')} above={<BackLink to={paths.payrollExports}>{t('exports.title')}</BackLink>}>
      <UnknownValues address={address} known={{ from: presets, run: anyText }} />
      <ExportForm
        key={preset}
        start={{ name, isUsed: false, content }}
        onAdded={(id) => navigate(paths.payrollExport(id), { replace: true })}
      />
    </Page>
  );
}
