import { type ImportKind, importKinds } from '@konnekt/shared/imports/import-columns';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ApiProblem, isProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { useFormat } from '../../i18n/format.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import { exportAddress } from '../../kit/files/export-address.ts';
import { FileField } from '../../kit/files/file-field.tsx';
import { announce } from '../../ui/announcer.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './import-page.module.css';
import { runQuery, useHandIn } from './import-queries.ts';
import { ImportRunView } from './import-run.tsx';
import { PossibleColumns } from './possible-columns.tsx';

export { ImportPage as Component };

/** Many records at once: a file in, checked before anything is written; and the same file out. */
function ImportPage() {
  const { t } = useTranslation('imports');
  const address = useAddress();
  const [, setSearch] = useSearchParams();
  const kind = oneOf(importKinds, address.read('kind')) ?? 'organisations';
  const runId = idIn(address.read('run'));
  const handIn = useHandIn();
  const wrongText = useWrongFile();

  const show = (next: { kind?: ImportKind; run?: string }) =>
    setSearch({ kind: next.kind ?? kind, ...(next.run && { run: next.run }) }, { state: { keepFocus: true } });

  return (
    <Page title={t('title')} lead={t('lead')}>
      <UnknownValues address={address} known={{ kind: importKinds, run: isId }} />
      <div className={classes.choice}>
        <SelectField
          label={t('kind.label')}
          value={kind}
          options={importKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => {
            handIn.reset(); // a file was checked as what it was chosen for
            show({ kind: oneOf(importKinds, value) ?? kind });
          }}
        />
      </div>
      <div className={classes.panels}>
        <Panel title={t('in.title')}>
          <FileField
            label={t('in.file')}
            accept=".csv,.xlsx,text/csv"
            isBusy={handIn.isPending}
            chosen={handIn.variables?.file.name}
            error={handIn.error && wrongText(handIn.error)}
            onFile={(file) => handIn.mutate({ kind, file }, { onSuccess: ({ id }) => show({ run: id }) })}
          />
          <PossibleColumns kind={kind} />
        </Panel>
        <ExportPanel kind={kind} />
      </div>
      {runId && <Run key={runId} id={runId} onKind={(as) => show({ kind: as, run: runId })} />}
    </Page>
  );
}

function ExportPanel({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('imports');
  const { language } = useFormat();
  return (
    <Panel title={t('out.title')}>
      <p className={classes.text}>{t('out.text')}</p>
      <ul className={classes.downloads}>
        {(['xlsx', 'csv'] as const).map((format) => (
          <li key={format}>
            <DownloadLink href={exportAddress(kind, { format, language })}>
              {t(`out.${format}`, { kind: t(`kind.${kind}`) })}
            </DownloadLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Stays in the address: the check of a large file is still there after a reload. */
function Run({ id, onKind }: { id: string; onKind: (kind: ImportKind) => void }) {
  const { t } = useTranslation('imports');
  const { data: run, error } = useQuery(runQuery(id));
  const status = run?.status;
  useEffect(() => {
    if (status && status !== 'checking' && status !== 'applying') announce(t(`status.${status}`));
  }, [status, t]);
  if (run) return <ImportRunView run={run} onKind={onKind} />;
  return error && <Notice tone="info">{isProblem(error, 'not-found') ? t('run.gone') : problemMessage(error)}</Notice>;
}

/** Why a file was not taken. */
function useWrongFile() {
  const { t } = useTranslation(['imports', 'common']);
  return (error: Error): string => {
    if (isProblem(error, 'too-large')) return t('in.too-large');
    const [wrong] = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
    if (wrong) return t(wrong.code === 'required' ? 'error.no-rows' : 'in.invalid-input');
    return problemMessage(error);
  };
}
