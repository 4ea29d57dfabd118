import { IconDownload } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { toastProblem } from '../../ui/toast.tsx';
import classes from './download-link.module.css';

/** A file of the API. The browser fetches it by itself, so a session that ran out meanwhile is renewed first. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  async function download(event: MouseEvent<HTMLAnchorElement>) {
    const link = event.currentTarget;
    if (!event.isTrusted) return;
    event.preventDefault();
    try {
      await call('GET /api/me');
      link.click();
    } catch (error) {
      toastProblem(error);
    }
  }
  return (
    <a href={href} download className={classes.link} onClick={(event) => void download(event)}>
      <IconDownload size={18} stroke={1.75} aria-hidden />
      {children}
    </a>
  );
}
