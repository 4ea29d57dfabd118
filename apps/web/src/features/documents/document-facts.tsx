import { isOffice } from '@konnekt/shared/basics/actor';
import type { Document } from '@konnekt/shared/documents/document.schema';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import classes from './documents.module.css';
import { useDocumentWords } from './use-document-words.ts';

export function DocumentFacts({ document }: { document: Document }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const words = useDocumentWords();
  const ofOffice = isOffice(useMe());
  const { language, file, at, number, readers } = document;
  const validity = words.validity(document);
  return (
    <Facts>
      {(ofOffice || document.organisation) && <Fact name={t('column.audience')}>{words.audience(document)}</Fact>}
      {validity && <Fact name={t('column.validity')}>{validity}</Fact>}
      {language && <Fact name={t('language.label')}>{t(`language.${language}`)}</Fact>}
      <Fact name={t('fact.file')}>
        {file.name}
        <br />
        <span className={classes.quiet}>{words.file(file)}</span>
      </Fact>
      <Fact name={t('column.at')}>
        {format.moment(at)}
        {number > 1 && (
          <>
            <br />
            <span className={classes.quiet}>{t('fact.version', { number })}</span>
          </>
        )}
      </Fact>
      {readers !== null && (
        <Fact name={t('column.read')}>
          {t('fact.opened', { opened: format.count(document.opened ?? 0), readers: format.count(readers) })}
          {document.asksConfirmation && (
            <>
              <br />
              {t('fact.confirmed', {
                confirmed: format.count(document.confirmed ?? 0),
                readers: format.count(readers),
              })}
            </>
          )}
        </Fact>
      )}
    </Facts>
  );
}
