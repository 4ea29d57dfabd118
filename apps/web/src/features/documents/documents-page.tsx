import { isOffice, languages } from '@konnekt/shared/basics/actor';
import type { DocumentRow } from '@konnekt/shared/documents/document.schema';
import { type DocumentView, documentCategories, documentViews } from '@konnekt/shared/documents/document.words';
import { IconFile, IconFileUpload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { documentCountsQuery } from './parts/counts-query.ts';
import { documentRows } from './parts/document-queries.ts';
import { useDocumentColumns } from './use-document-columns.tsx';

export { DocumentsPage as Component };

/** What the agency put there: to its people what is for them, to the office all of it. */
function DocumentsPage() {
  const { t } = useTranslation('documents');
  const ofOffice = isOffice(useMe());
  const address = useAddress();
  const view = oneOf(documentViews, address.read('tab')) ?? 'current';
  const category = oneOf(documentCategories, address.read('category'));
  const language = oneOf(languages, address.read('language'));
  const query = useInfiniteQuery(
    documentRows({
      view,
      q: address.read('q') || undefined,
      category,
      language,
      organisationId: ofOffice ? idIn(address.read('organisation')) : undefined,
    }),
  );
  const columns = useDocumentColumns();
  return (
    <Page
      title={t('title')}
      lead={t(ofOffice ? 'leadOffice' : 'lead')}
      actions={
        ofOffice && (
          <>
            <ButtonLink to={paths.newPayslips} variant="default">
              {t('payslips')}
            </ButtonLink>
            <ButtonLink to={paths.newDocument} leftSection={<IconFileUpload size={17} stroke={1.8} aria-hidden />}>
              {t('put')}
            </ButtonLink>
          </>
        )
      }
    >
      <Views view={view} />
      <OfficeList<DocumentRow>
        label={t('title')}
        address={address}
        query={query}
        columns={columns}
        searchHint={t(ofOffice ? 'searchHintOffice' : 'searchHint')}
        known={{ category: documentCategories, language: languages, ...(ofOffice && { organisation: isId }) }}
        empty={{
          icon: IconFile,
          title: t(`empty.${view}`),
          text: t(ofOffice ? 'empty.textOffice' : 'empty.text'),
        }}
      >
        <ChoiceFilter
          address={address}
          name="category"
          label={t('category.label')}
          all={t('category.all')}
          words={documentCategories}
          labelOf={(word) => t(`category.${word}`)}
        />
        <ChoiceFilter
          address={address}
          name="language"
          label={t('language.label')}
          all={t('language.all')}
          words={languages}
          labelOf={(word) => t(`language.${word}`)}
        />
        {ofOffice && <OrganisationFilter address={address} />}
      </OfficeList>
    </Page>
  );
}

const viewsOf: Record<'office' | 'others', readonly DocumentView[]> = {
  office: ['current', 'upcoming', 'past', 'removed'],
  others: ['current', 'new', 'to-confirm', 'past'],
};

function Views({ view }: { view: DocumentView }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const ofOffice = isOffice(useMe());
  const { data } = useQuery(documentCountsQuery);
  const counts: Partial<Record<DocumentView, number | undefined>> = {
    new: data?.unread,
    'to-confirm': data?.toConfirm,
  };
  return (
    <Tabs<DocumentView>
      label={t('view.label')}
      current={view}
      all={documentViews}
      tabs={viewsOf[ofOffice ? 'office' : 'others'].map((id) => {
        const count = counts[id];
        return { id, label: t(`view.${id}`), ...(count ? { count: format.count(count) } : {}) };
      })}
    />
  );
}
