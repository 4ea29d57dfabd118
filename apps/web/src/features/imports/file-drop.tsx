import { type ImportKind, importColumns } from '@konnekt/shared/imports/import-columns';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import classes from './file-drop.module.css';

/** A file chosen or dropped; and which columns it may have. */
export function FileDrop(props: { kind: ImportKind; isBusy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation('imports');
  const { language } = useFormat();
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !props.isBusy) props.onFile(file);
    if (input.current) input.current.value = ''; // the same file may be chosen again
  };
  const columns = importColumns[props.kind];
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <IconFileSpreadsheet size={30} stroke={1.5} aria-hidden />
        <p>{t('in.drop')}</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,text/csv"
          hidden
          aria-label={t('in.file')}
          onChange={(event) => take(event.currentTarget.files)}
        />
        <Button loading={props.isBusy} onClick={() => input.current?.click()}>
          {t('in.choose')}
        </Button>
      </div>
      <details className={classes.columns}>
        <summary>{t('in.columns')}</summary>
        <p>{t('in.columnsText')}</p>
        <ul>
          {columns.map((column) => (
            <li key={column.field}>
              {column[language]}
              {column.isRequired && <em> · {t('in.required')}</em>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
