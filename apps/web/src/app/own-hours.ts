import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { RouteObject } from 'react-router';
import { page } from './page-route.tsx';
import { paths } from './paths.ts';

const texts = ['week', 'worksheets'];
const only = ({ employeeId }: Me) => employeeId !== null;

/** The screens on which employees fill in their own hours. Their menu items appear with them. */
export const ownHoursRoutes: RouteObject[] = [
  { path: paths.hours, lazy: page(() => import('../features/week/hours-page.tsx'), { texts, only }) },
  { path: paths.history, lazy: page(() => import('../features/week/history-page.tsx'), { texts, only }) },
  {
    path: '/hours/:placementId/:year/:number/:part?',
    lazy: page(() => import('../features/week/week-page.tsx'), { texts, only }),
  },
];
