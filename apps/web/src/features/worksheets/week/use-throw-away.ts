import { useTranslation } from 'react-i18next';
import { toast } from '../../../ui/toast.tsx';
import type { Typing } from './use-typing.ts';

/** Throws away what was typed, and offers it back for a while; `onBack` shows it again. */
export function useThrowAway() {
  const { t } = useTranslation();
  return (typing: Typing, onBack?: () => void) => {
    const hadTyped = typing.draft !== undefined;
    const restore = typing.discard();
    if (!hadTyped) return;
    const perform = () => {
      restore();
      onBack?.();
    };
    toast({ tone: 'good', message: t('discarded'), act: { label: t('action.undo'), perform } });
  };
}
