import type { SheetAsked } from '@konnekt/shared/basics/sheet-asked';
import { useFormat } from '../../i18n/format.ts';
import { DownloadLink } from './download-link.tsx';

/** Where a list is as a file, in a form and a language. */
export type SheetAddress = (as: SheetAsked) => string;

/** A list as a file: all that its filter holds, in its order. */
export function SheetLinks(props: { address: SheetAddress; words: Record<SheetAsked['format'], string> }) {
  const { language } = useFormat();
  return (['xlsx', 'csv'] as const).map((format) => (
    <DownloadLink key={format} href={props.address({ format, language })}>
      {props.words[format]}
    </DownloadLink>
  ));
}
