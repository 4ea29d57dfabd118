import type { Document, DocumentVersion } from '@konnekt/shared/documents/document.schema';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './documents.module.css';
import { fileAddress } from './parts/document-queries.ts';
import { useDocumentWords } from './use-document-words.ts';

/** All versions, newest first: readers see that one. */
export function DocumentVersions({ document: { id, number, versions, asksConfirmation } }: { document: Document }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const words = useDocumentWords();
  return (
    <Panel title={t('versions.title')} flush>
      <RecordList<DocumentVersion>
        label={t('versions.title')}
        rows={versions}
        keyOf={(row) => String(row.number)}
        columns={[
          {
            id: 'number',
            header: t('versions.number'),
            cell: (row) => (
              <>
                {row.isThere ? (
                  <DownloadLink href={fileAddress(id, row.number)}>
                    {t('versions.version', { number: row.number })}
                  </DownloadLink>
                ) : (
                  t('versions.version', { number: row.number })
                )}
                {row.number === number && <span className={recordQuiet}>{t('versions.current')}</span>}
              </>
            ),
          },
          {
            id: 'file',
            header: t('fact.file'),
            rank: 2,
            cell: (row) => (
              <>
                {row.file.name}
                <span className={recordQuiet}>{words.file(row.file)}</span>
              </>
            ),
          },
          {
            id: 'by',
            header: t('versions.by'),
            rank: 1,
            cell: (row) => (
              <>
                {row.byName}
                <span className={`${recordQuiet} figures`}>{format.moment(row.at)}</span>
              </>
            ),
          },
          {
            id: 'read',
            header: t('column.read'),
            cell: (row) => (
              <>
                {t('opened', { count: row.opened, number: format.count(row.opened) })}
                {(asksConfirmation || row.confirmed > 0) && (
                  <span className={recordQuiet}>
                    <ConfirmedBy version={row} />
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'sha256',
            header: 'SHA-256',
            rank: 3,
            cell: (row) => (
              <code className={classes.hash} title={row.file.sha256}>
                {row.file.sha256.slice(0, 16)}…
              </code>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** How many confirmed a version; a press shows who, in the list of readers below. */
function ConfirmedBy({ version: { number, confirmed } }: { version: DocumentVersion }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const text = t('confirmed', { count: confirmed, number: format.count(confirmed) });
  if (confirmed === 0) return text;
  return (
    <Link to={`?version=${number}&state=confirmed`} preventScrollReset className={classes.link}>
      {text}
    </Link>
  );
}
