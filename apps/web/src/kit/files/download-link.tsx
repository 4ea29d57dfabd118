import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './download-link.module.css';
import { renewedFirst } from './renewed-first.ts';

/** A file of the API. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} download className={classes.link} onClick={(event) => void renewedFirst(event)}>
      <IconDownload size={18} stroke={1.75} aria-hidden />
      {children}
    </a>
  );
}
