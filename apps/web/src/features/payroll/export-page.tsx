import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackLink } from '../../kit/address/back-link.tsx';
import { NotFound } from '../../kit/address/not-found.tsx';
import { paths } from '../../kit/address/paths.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RecordHistory } from '../audit/parts/record-history.tsx';
import { ExportForm } from './export-form.tsx';
import { exportDefinitions } from './payroll-queries.ts';
import { RemoveExport } from './remove-export.tsx';

export { ExportPage as Component };

/** One export: its definition, and how a run looks by it. */
function ExportPage() {
  const { t } = useTranslation('payroll');
  const { id = '' } = useParams();
  const query = useQuery(exportDefinitions);
  const definition = query.data?.items.find((one) => one.id === id);
  if (query.data && !definition) return <NotFound />;
  return (
    <Page
      title={definition?.name ?? t('exports.one')}
      above={<BackLink to={paths.payrollExports}>{t('exports.title')}</BackLink>}
      actions={definition && <RemoveExport definition={definition} />}
    >
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {() =>
          definition && (
            <>
              <ExportForm key={id} stored={definition} refresh={query.refetch} />
              <RecordHistory id={id} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
