import { isAdmin, isOffice } from '@konnekt/shared/basics/actor';
import type { RouteObject } from 'react-router';
import { page } from './page-route.tsx';
import { paths } from './paths.ts';

const only = isOffice;
const organisations = { texts: ['organisations', 'office', 'audit'], only };
const people = { texts: ['people', 'office', 'accounts', 'audit'], only };
const placements = { texts: ['placements', 'office', 'audit'], only };
const settings = { texts: ['settings', 'office', 'audit'], only };

/** The screens of the office's records: a list, a new one and one of each kind. */
export const officeRoutes: RouteObject[] = [
  {
    path: paths.organisations,
    lazy: page(() => import('../features/organisations/organisations-page.tsx'), organisations),
  },
  {
    path: paths.newOrganisation,
    lazy: page(() => import('../features/organisations/new-organisation-page.tsx'), organisations),
  },
  {
    path: paths.organisation(':id'),
    lazy: page(() => import('../features/organisations/organisation-page.tsx'), organisations),
  },
  { path: paths.employees, lazy: page(() => import('../features/people/employees-page.tsx'), people) },
  { path: paths.newEmployee, lazy: page(() => import('../features/people/new-employee-page.tsx'), people) },
  { path: paths.employee(':id'), lazy: page(() => import('../features/people/employee-page.tsx'), people) },
  { path: paths.supervisors, lazy: page(() => import('../features/people/supervisors-page.tsx'), people) },
  { path: paths.newSupervisor, lazy: page(() => import('../features/people/new-supervisor-page.tsx'), people) },
  { path: paths.supervisor(':id'), lazy: page(() => import('../features/people/supervisor-page.tsx'), people) },
  { path: paths.placements, lazy: page(() => import('../features/placements/placements-page.tsx'), placements) },
  { path: paths.newPlacement, lazy: page(() => import('../features/placements/new-placement-page.tsx'), placements) },
  { path: paths.placement(':id'), lazy: page(() => import('../features/placements/placement-page.tsx'), placements) },
  { path: paths.hourTypes, lazy: page(() => import('../features/settings/hour-types-page.tsx'), settings) },
  { path: paths.periods, lazy: page(() => import('../features/settings/periods-page.tsx'), settings) },
  {
    path: paths.settings,
    lazy: page(() => import('../features/settings/settings-page.tsx'), {
      ...settings,
      only: isAdmin,
    }),
  },
];
