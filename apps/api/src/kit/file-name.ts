import { longest } from '@konnekt/shared/basics/text-rules';
import { oneLine } from '@konnekt/shared/basics/typed-text';

/**
 * The name that a file is kept under: one line without what nobody sees, of no folder, and nothing that a system takes for more than a name. One
 * that is too long loses its middle, never its ending.
 */
export function safeFileName(name: string): string {
  const own = oneLine(name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (own === '') return 'file';
  if (own.length <= longest.fileName) return own;
  const ending = /\.[^.]{1,10}$/.exec(own)?.[0] ?? '';
  return `${own
    .slice(0, longest.fileName - ending.length)
    .toWellFormed()
    .replace(/\ufffd$/, '')}${ending}`;
}

/**
 * The same, ending as what is in the file: the office opens what others hand in, and a page or a program named by its ending would be run. Another ending
 * stays, with the right one behind it.
 */
export function fileNameOf(name: string, mediaType: string): string {
  const safe = safeFileName(name);
  const endings = endingsOf[mediaType];
  const [right] = endings ?? [];
  const ending = /\.([^.]+)$/.exec(safe)?.[1]?.toLowerCase();
  return !right || endings?.some((one) => one === ending) ? safe : safeFileName(`${safe}.${right}`);
}

const endingsOf: Record<string, readonly string[] | undefined> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/svg+xml': ['svg'],
  'application/zip': ['zip'],
  'application/xml': ['xml'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/csv': ['txt', 'csv', 'tsv', 'tab', 'asc', 'dat', 'prn', 'xml'],
};
