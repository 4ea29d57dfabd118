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
