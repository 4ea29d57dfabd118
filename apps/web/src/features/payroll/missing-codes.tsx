import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './payroll.module.css';

/** Of the exports that the agency uses: hour types without a code. */
export function MissingCodes({ run }: { run: PayrollRunDetail }) {
  const { t } = useTranslation('payroll');
  const { nameOf } = useFormat();
  if (run.missingCodes.length === 0) return null;
  const byExport = Object.groupBy(run.missingCodes, ({ definitionId }) => definitionId);
  return (
    <Notice tone="bad" title={t('missing.title')}>
      {t('missing.text')}
      <ul className={classes.list}>
        {Object.entries(byExport).map(([id, types = []]) => {
          const names = types.map((type) => `${nameOf(type)} (${type.code})`);
          return (
            <li key={id}>
              <Link to={paths.payrollExport(id, run.id)}>
                {t('missing.of', { name: types[0]?.definitionName ?? '', types: names.join(', ') })}
              </Link>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
