import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import hidden from '../../ui/hidden.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './documents.module.css';
import { openPdf, type Pdf } from './pdf-reader.ts';

const [FIRST_PAGES, MORE_PAGES] = [3, 10];

/** The pages of a PDF, drawn here: nothing in it runs. Each says its words to a screen reader. */
export default function PdfPreview({ address }: { address: string }) {
  const { t } = useTranslation('documents');
  const [pdf, setPdf] = useState<Pdf>();
  const [hasFailed, setHasFailed] = useState(false);
  const [shown, setShown] = useState(FIRST_PAGES);
  useEffect(() => {
    const opened = openPdf(address);
    opened.pdf.then(setPdf, () => setHasFailed(true));
    return opened.close;
  }, [address]);
  if (hasFailed) return <Notice tone="warn">{t('one.previewFailed')}</Notice>;
  if (!pdf) return <Skeleton rows={6} height={60} />;
  const pages = Array.from({ length: Math.min(shown, pdf.pages) }, (_, index) => index + 1);
  return (
    <div className={classes.pages}>
      {pages.map((number) => (
        <Page key={number} pdf={pdf} number={number} onFail={() => setHasFailed(true)} />
      ))}
      {shown < pdf.pages && (
        <Button variant="default" onClick={() => setShown(shown + MORE_PAGES)}>
          {t('one.morePages', { count: pdf.pages - shown })}
        </Button>
      )}
    </div>
  );
}

function Page({ pdf, number, onFail }: { pdf: Pdf; number: number; onFail: () => void }) {
  const { t } = useTranslation('documents');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is drawn once
  useEffect(() => {
    if (!canvas.current) return;
    const drawing = pdf.draw(number, canvas.current);
    drawing.words.then(setWords, (error: unknown) => {
      if (drawing.isOff()) return;
      console.warn(error);
      onFail();
    });
    return drawing.off;
  }, [pdf, number]);
  return (
    <section aria-label={t('one.page', { number, of: pdf.pages })} className={classes.page}>
      <canvas ref={canvas} aria-hidden />
      <p className={hidden.hidden}>{words}</p>
    </section>
  );
}
