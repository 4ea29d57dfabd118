import type { AnswerTemplate } from '@konnekt/shared/messages/message.schema';
import { IconMessage, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { templatesQuery } from './parts/message-queries.ts';
import classes from './parts/messages.module.css';
import { TemplateDialog } from './template-dialog.tsx';

export { TemplatesPage as Component };

/** What the office answers often, in both languages. */
function TemplatesPage() {
  const { t } = useTranslation('messages');
  const query = useQuery(templatesQuery);
  const [open, setOpen] = useState<AnswerTemplate | 'new'>();
  return (
    <Page
      title={t('template.title')}
      lead={t('template.lead')}
      above={<BackLink to={paths.messages}>{t('template.back')}</BackLink>}
      actions={
        <Button leftSection={<IconPlus size={17} stroke={1.8} aria-hidden />} onClick={() => setOpen('new')}>
          {t('template.add')}
        </Button>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={4} height={40} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconMessage} title={t('template.empty')}>
              {t('template.emptyText')}
            </Empty>
          ) : (
            <RecordList
              label={t('template.list')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  id: 'name',
                  header: t('template.name'),
                  cell: (row: AnswerTemplate) => (
                    <Button
                      variant="subtle"
                      size="xs"
                      aria-label={t('template.edit', { name: row.name })}
                      onClick={() => setOpen(row)}
                    >
                      {row.name}
                    </Button>
                  ),
                },
                { id: 'nl', header: t('template.bodyNl'), cell: (row) => <Words text={row.bodyNl} /> },
                { id: 'en', header: t('template.bodyEn'), rank: 1, cell: (row) => <Words text={row.bodyEn} /> },
              ]}
            />
          )
        }
      </Loaded>
      {open && <TemplateDialog template={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

const Words = ({ text }: { text: string }) => <span className={`${recordQuiet} ${classes.excerpt}`}>{text}</span>;
