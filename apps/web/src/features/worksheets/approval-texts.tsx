import type { ApprovalText } from '@konnekt/shared/approval-texts/approval-text.contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import classes from './approval-texts.module.css';
import { worksheetKeys } from './parts/worksheet-queries.ts';

/** What one agrees to by approving. */
const approvalTextsQuery = queryOptions({
  queryKey: worksheetKeys.approvalTexts,
  queryFn: ({ signal }) => call('GET /api/approval-texts', undefined, { signal }),
});

interface Place {
  organisationId: string;
  organisationName: string;
}
/** A text, and for whom it is where there are several. */
export interface TextToRead {
  text: ApprovalText;
  names: string[];
}

/** What is agreed to by approving at these organisations; nothing where no text is in force, or nothing is to be approved. */
export function useApprovalTexts(places: readonly Place[]): TextToRead[] {
  const { data } = useQuery({ ...approvalTextsQuery, enabled: places.length > 0 });
  const names = new Map<ApprovalText, Set<string>>();
  for (const { organisationId, organisationName } of places) {
    const own = data?.items.find(({ organisationIds }) => organisationIds?.includes(organisationId));
    const text = own ?? data?.items.find(({ organisationIds }) => organisationIds === null);
    if (text) names.set(text, (names.get(text) ?? new Set()).add(organisationName));
  }
  return [...names].map(([text, of]) => ({ text, names: [...of] }));
}

/** Above the button by which one agrees to them. */
export function ApprovalTexts({ texts }: { texts: readonly TextToRead[] }) {
  const { t } = useTranslation('worksheets');
  const { language, allOf } = useFormat();
  const id = useId();
  if (texts.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its room is scrolled with the keys
    <section className={classes.texts} aria-labelledby={id} tabIndex={0}>
      <strong id={id}>{t('approvalText.title')}</strong>
      {texts.map(({ text, names }) => (
        <p key={text.id}>
          {texts.length > 1 && names.length > 0 && <em>{t('approvalText.for', { names: allOf(names) })}: </em>}
          {language === 'nl' ? text.textNl : text.textEn}
        </p>
      ))}
    </section>
  );
}
