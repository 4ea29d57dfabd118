import type { AnswerTemplate } from '@konnekt/shared/messages/message.schema';
import { IconMessage, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { templatesQuery } from './parts/message-queries.ts';

import { TemplateDialog } from './template-dialog.tsx';
import classes from './templates.module.css';

export { TemplatesPage as Component };

/** What the office answers often, in both languages. */
function TemplatesPage() {
  const { t } = useTranslation(['messages', 'office']);
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
            <ul className={classes.list} aria-label={t('template.list')}>
              {items.map((template) => (
                <li key={template.id}>
                  <div className={classes.head}>
                    <h2>{template.name}</h2>
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={t('template.edit', { name: template.name })}
                      onClick={() => setOpen(template)}
                    >
                      {t('office:form.change')}
                    </Button>
                  </div>
                  <dl>
                    <div>
                      <dt>{t('template.bodyNl')}</dt>
                      <dd lang="nl">{template.bodyNl}</dd>
                    </div>
                    <div>
                      <dt>{t('template.bodyEn')}</dt>
                      <dd lang="en">{template.bodyEn}</dd>
                    </div>
                  </dl>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {open && <TemplateDialog template={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
