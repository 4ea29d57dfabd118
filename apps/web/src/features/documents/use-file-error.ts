import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { useTranslation } from 'react-i18next';
import type { Uploads } from '../../kit/files/use-uploads.ts';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';

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
  return found.code === 'required' ? t('new.noFile') : wrongText(found);
}
