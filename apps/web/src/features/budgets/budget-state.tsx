import type { Budget } from '@konnekt/shared/budgets/budget.contract';
import { IconAlertTriangle, IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';

/** What is to be said of a budget, by word and icon. */
export function BudgetState({ budget }: { budget: Pick<Budget, 'warnings'> }) {
  const { t } = useTranslation('budgets');
  return budget.warnings.map((warning) => (
    <Badge
      key={warning}
      icon={warning === 'ends' || warning === 'ended' ? IconCalendarDue : IconAlertTriangle}
      tone={warning === 'over' ? 'bad' : warning === 'ended' ? 'quiet' : 'warn'}
    >
      {t(`warning.${warning}`)}
    </Badge>
  ));
}
