import type { Language } from '@konnekt/shared/basics/actor';
import { TextsGone } from '../api/problem.ts';
import { setLanguage } from '../i18n/index.ts';
import { toastProblem } from './toast.tsx';

/** For who is not logged in: switches the screen, or says that it cannot. */
export async function switchLanguage(language: Language): Promise<boolean> {
  const isSwitched = await setLanguage(language);
  if (!isSwitched) toastProblem(new TextsGone());
  return isSwitched;
}
