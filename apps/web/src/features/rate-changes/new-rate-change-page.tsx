import type { AskedRateChange } from '@konnekt/shared/rate-changes/rate-change.contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AcceptForm } from './accept-form.tsx';
import { PreviewPanels } from './preview-panels.tsx';
import { ratePreview } from './rate-change-queries.ts';
import classes from './rate-changes.module.css';
import { RiseForm } from './rise-form.tsx';

export { NewRateChangePage as Component };

/** Rates that change from any day on, also one whose hours are final: what it comes to is seen first, then accepted with a reason. */
function NewRateChangePage() {
  const { t } = useTranslation('rateChanges');
  // The rates of one placement come from its own screen, as they were typed there.
  const { state } = useLocation();
  const given = typeof state === 'object' && state !== null && 'rateChange' in state;
  return (
    <Page
      title={given ? t('new.title') : t('new.rise')}
      above={<BackLink to={paths.rateChanges}>{t('list.title')}</BackLink>}
      lead={<span className={layout.quiet}>{t('new.text')}</span>}
    >
      <div className={classes.stack}>
        {given ? (
          <Seen change={state.rateChange as AskedRateChange} />
        ) : (
          <RiseForm>{(change) => <Seen change={change} />}</RiseForm>
        )}
      </div>
    </Page>
  );
}

/** What it comes to; asked anew when hours were paid since. The reason that was typed stays when another change is looked at. */
function Seen({ change }: { change: AskedRateChange }) {
  const query = useQuery(ratePreview(change));
  return (
    <Loaded query={query} skeleton={<Skeleton rows={6} height={32} />}>
      {(preview) => (
        <>
          <PreviewPanels key={JSON.stringify(change)} change={change} preview={preview} />
          {preview.rates > 0 && <AcceptForm change={change} preview={preview} />}
        </>
      )}
    </Loaded>
  );
}
