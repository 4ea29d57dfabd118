import { useTranslation } from 'react-i18next';
import { toast } from '../../../ui/toast.tsx';
import type { Draft } from './use-draft.ts';

/** Throws away what was typed, and offers it back for a while; `onBack` shows it again. */
export function useThrowAway() {
  const { t } = useTranslation();
  return ({ draft, discard }: Pick<Draft, 'draft' | 'discard'>, onBack?: () => void) => {
    const restore = discard();
    if (!draft) return;
    const perform = () => {
      restore();
      onBack?.();
    };
    toast({ tone: 'good', message: t('discarded'), act: { label: t('action.undo'), perform } });
  };
}
