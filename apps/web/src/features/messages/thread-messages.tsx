import type { Message } from '@konnekt/shared/messages/message.schema';
import { IconFile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/route-address.ts';
import { useFormat } from '../../i18n/format.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import classes from './parts/messages.module.css';

/** All that was said, as it was said: one's own on the right. */
export function ThreadMessages({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  return (
    <ol className={classes.messages} aria-label={t('one.messages')}>
      {messages.map(({ id, at, byName, isOffice, isOwn, body, files }) => (
        <li key={id} className={classes.message} data-own={isOwn || undefined}>
          <p className={classes.head}>
            <strong>{isOwn ? t('one.you') : isOffice ? t('one.fromAgency', { name: byName }) : byName}</strong>
            <time dateTime={at}>{format.moment(at)}</time>
          </p>
          <p className={classes.body} dir="auto">
            {body}
          </p>
          {files.length > 0 && (
            <ul className={classes.files}>
              {files.map((file) => (
                <li key={file.id}>
                  <IconFile size={15} stroke={1.8} aria-hidden />
                  <DownloadLink href={addressOf('GET /api/message-files/:id', { params: { id: file.id } }).url}>
                    {file.name}
                  </DownloadLink>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
