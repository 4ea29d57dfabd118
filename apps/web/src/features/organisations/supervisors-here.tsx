import type { Organisation } from '@konnekt/shared/organisations/organisation.schema';
import { IconPlus, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { recordLink } from '../../kit/list/record-list.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RightList } from '../supervisors/parts/right-list.tsx';
import { rightsAtQuery } from '../supervisors/parts/supervisor-queries.ts';

/** Who may do what at this client, from when until when. */
export function SupervisorsHere({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const query = useQuery(rightsAtQuery(organisation.id));
  const add = (
    <ButtonLink
      to={`${paths.newSupervisor}?organisation=${organisation.id}`}
      leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
    >
      {t('supervisors.add')}
    </ButtonLink>
  );
  return (
    <Loaded query={query} skeleton={<Skeleton rows={4} height={32} />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon={IconUserCheck} title={t('supervisors.emptyTitle')} actions={add}>
            {t('supervisors.emptyText')}
          </Empty>
        ) : (
          <>
            <div className={layout.intro}>
              <span className={layout.quiet}>{t('supervisors.text')}</span>
              {add}
            </div>
            <RightList
              label={t('tab.supervisors')}
              rights={items}
              first={{
                header: t('supervisors.name'),
                cell: ({ personId, personName }) => (
                  <Link to={paths.supervisor(personId)} className={recordLink}>
                    {personName}
                  </Link>
                ),
              }}
            />
          </>
        )
      }
    </Loaded>
  );
}
