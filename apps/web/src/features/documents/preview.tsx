import type { Document } from '@konnekt/shared/documents/document.schema';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './documents.module.css';
import { fileAddress } from './parts/document-queries.ts';

// A reader of PDFs is large: it is sent where one is looked at, and browsers of phones have none of their own.
const PdfPreview = lazy(() => import('./pdf-preview.tsx'));

/** A picture or the pages of a PDF; anything else is to be kept. */
export function Preview({ document: { id, number, name, file } }: { document: Document }) {
  const { t } = useTranslation('documents');
  const address = fileAddress(id, number);
  if (file.mediaType.startsWith('image/')) return <img src={address} alt={name} className={classes.picture} />;
  if (file.mediaType !== 'application/pdf') return <p className={classes.quiet}>{t('one.noPreview')}</p>;
  return (
    <Suspense fallback={<Skeleton rows={6} height={60} />}>
      <PdfPreview address={address} />
    </Suspense>
  );
}
