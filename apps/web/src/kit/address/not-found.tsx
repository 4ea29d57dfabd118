import { type Icon, IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { paths } from './paths.ts';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <NothingThere
      icon={IconMapQuestion}
      title={t('notFound.title')}
      text={t('notFound.text')}
      to={paths.home}
      back={t('action.home')}
    />
  );
}

/** A page of what is not there, or not for this person; and where to go instead. */
export function NothingThere(props: { icon: Icon; title: string; text: string; to: string; back: string }) {
  return (
    <Page title={props.title}>
      <Empty
        icon={props.icon}
        title={props.text}
        actions={
          <ButtonLink to={props.to} variant="default">
            {props.back}
          </ButtonLink>
        }
      />
    </Page>
  );
}
