import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { useTranslation } from 'react-i18next';
import type { Uploads } from '../../kit/files/use-uploads.ts';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';

/** The place for files in a form: they are handed in by themselves, so that it holds nothing; what is wrong with them is said at it. */
export const noFile = { fileId: '' };

/** What keeps the files from being put there: none was chosen, or not all of them came. */
export const problemsOfFiles = ({ items, refused }: Uploads): FieldProblem[] => [
  ...(items.length === 0 ? [{ pointer: '/fileId', code: 'required' }] : []),
  ...(refused.length > 0 ? [{ pointer: '/fileId', code: 'not-come' }] : []),
];

/** What is said at the place for files, of what is wrong with them. */
export function useFileError(problems: readonly FieldProblem[], { refused }: Pick<Uploads, 'refused'>) {
  const { t } = useTranslation(['documents', 'office']);
  const wrongText = useWrongText();
  const found = problems.find(({ pointer }) => pointer === '/fileId');
  if (!found) return undefined;
  if (found.code === 'not-come') return t('office:file.notCome', { names: refused.join(', ') });
  const { name } = found.values ?? {};
  if (found.code === 'already-sent') return t('delivery.alreadySent');
  if (found.code === 'zip-too-large') return t('delivery.tooLarge');
  if (found.code === 'zip-broken') return t('delivery.broken', { name });
  return found.code === 'required' ? t('new.noFile') : wrongText(found);
}
