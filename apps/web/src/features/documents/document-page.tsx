import { isOffice } from '@konnekt/shared/basics/actor';
import type { Document } from '@konnekt/shared/documents/document.schema';
import { IconFile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { useMe } from '../../api/session-queries.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConfirmReading } from './confirm-reading.tsx';
import { DocumentActs } from './document-acts.tsx';
import { DocumentFacts } from './document-facts.tsx';
import { DocumentReaders } from './document-readers.tsx';
import { DocumentVersions } from './document-versions.tsx';
import classes from './documents.module.css';
import { documentQuery, fileAddress, useOpenDocument } from './parts/document-queries.ts';
import { Preview } from './preview.tsx';

export { DocumentPage as Component };

export const loader = ({ params }: LoaderFunctionArgs) => {
  if (params.id) void queryClient.prefetchQuery(documentQuery(params.id));
  return null;
};

/** One document: to look at here, to keep, and where that is asked to confirm. Of the office with its versions and readers. */
function DocumentPage() {
  const { t } = useTranslation('documents');
  const { id = '' } = useParams();
  const ofOffice = isOffice(useMe());
  const query = useQuery(documentQuery(id));
  const document = query.data;
  const isUnknown = isNotThere(query.error);
  return (
    <Page
      title={document?.name ?? t('one.title')}
      above={<BackLink to={paths.documents}>{t('one.back')}</BackLink>}
      lead={document && t(`category.${document.category}`)}
      actions={document && ofOffice && !document.removedAt && <DocumentActs document={document} />}
    >
      {isUnknown ? (
        <Empty icon={IconFile} title={t('one.unknown')}>
          {t('one.unknownText')}
        </Empty>
      ) : (
        <Loaded query={query} skeleton={<Skeleton rows={8} height={40} />}>
          {(loaded) => (
            <div className={classes.parts}>
              <DocumentFacts document={loaded} />
              {loaded.removedAt ? (
                <Notice tone="info">{t('one.removed')}</Notice>
              ) : (
                <Panel
                  title={t('one.preview')}
                  aside={<DownloadLink href={fileAddress(loaded.id, loaded.number)}>{t('one.download')}</DownloadLink>}
                >
                  <Preview key={loaded.number} document={loaded} />
                </Panel>
              )}
              {loaded.isToBeRead && loaded.asksConfirmation && <ConfirmReading document={loaded} />}
              {ofOffice && <DocumentVersions document={loaded} />}
              {ofOffice && <DocumentReaders document={loaded} />}
              <MarkOpened document={loaded} />
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** Who looks at it has opened it. */
function MarkOpened({ document: { id, number, isToBeRead, openedAt } }: { document: Document }) {
  const { mutate } = useOpenDocument(id);
  const isToOpen = isToBeRead && !openedAt;
  useEffect(() => {
    if (isToOpen) mutate(number);
  }, [isToOpen, number, mutate]);
  return null;
}
