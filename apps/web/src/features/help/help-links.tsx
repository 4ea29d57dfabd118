import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './help.module.css';
import { helpLinksQuery } from './help-queries.ts';

/** What the agency wants people to find elsewhere: nothing, where it names nothing. */
export function HelpLinks() {
  const { t } = useTranslation('help');
  const { nameOf } = useFormat();
  const { data } = useQuery(helpLinksQuery);
  if (!data || data.links.length === 0) return null;
  return (
    <Panel title={t('links')}>
      <ul className={classes.list}>
        {data.links.map(({ nameNl, nameEn, url }) => (
          <li key={`${nameNl} ${url}`}>
            <a href={url} target="_blank" rel="noreferrer">
              {nameOf({ nameNl, nameEn })} <IconExternalLink size={15} stroke={1.75} aria-hidden />
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
