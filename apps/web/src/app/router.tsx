import { isAdmin, isOffice } from '@konnekt/shared/basics/actor';
import { createBrowserRouter, type LoaderFunctionArgs, type RouteObject, redirect } from 'react-router';
import { isProblem } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { meQuery } from '../api/session-queries.ts';
import { setLanguage } from '../i18n/index.ts';
import { NotFound } from './not-found.tsx';
import { officeRoutes } from './office-routes.ts';
import { ownHoursRoutes } from './own-hours.ts';
import { page } from './page-route.tsx';
import { destinationIn, loginTo, paths } from './paths.ts';
import { RootFailed, RouteFailed } from './route-failed.tsx';
import { Starting } from './starting.tsx';

/** A router starts its first navigation at once, so it is made when the texts are there. */
export const createRouter = () =>
  createBrowserRouter([
    {
      ErrorBoundary: RootFailed,
      HydrateFallback: Starting,
      children: [
        {
          path: paths.login,
          loader: goOnWhenLoggedIn,
          lazy: page(() => import('../features/auth/login-page.tsx'), { texts: ['auth'] }),
        },
        {
          path: paths.forgotPassword,
          lazy: page(() => import('../features/auth/forgot-page.tsx'), { texts: ['auth'] }),
        },
        ...[paths.activate, paths.newPassword].map((path) => ({
          path,
          lazy: page(() => import('../features/auth/link-page.tsx'), { texts: ['auth'] }),
        })),
        {
          path: paths.demoMail,
          lazy: page(() => import('../features/mail/demo-mail-page.tsx'), { texts: ['mail'] }),
        },
        {
          loader: requireLogIn,
          shouldRevalidate: () => false,
          lazy: page(() => import('./shell.tsx'), { texts: [] }),
          children: [{ ErrorBoundary: RouteFailed, children: screens }],
        },
      ],
    },
  ]);

/** The map of the product: every screen behind the log-in. For somebody it is not for, there is no such page. */
const screens: RouteObject[] = [
  {
    index: true,
    lazy: page(() => import('../features/home/home-page.tsx'), { texts: ['home', 'week', 'worksheets'] }),
  },
  {
    path: paths.approve,
    lazy: page(() => import('../features/worksheets/approval-page.tsx'), {
      texts: ['worksheets'],
      only: ({ role }) => role === 'supervisor',
    }),
  },
  {
    path: paths.past,
    lazy: page(() => import('../features/worksheets/past-page.tsx'), {
      texts: ['worksheets'],
      only: ({ role }) => role === 'supervisor',
    }),
  },
  {
    path: paths.register,
    lazy: page(() => import('../features/registration/registration-page.tsx'), {
      texts: ['registration'],
      only: ({ role }) => role === 'supervisor',
    }),
  },
  {
    path: paths.registerFor(':placementId'),
    lazy: page(() => import('../features/registration/entry-page.tsx'), {
      texts: ['registration'],
      only: ({ role }) => role === 'supervisor',
    }),
  },
  {
    path: paths.worksheet(':id'),
    lazy: page(() => import('../features/worksheets/worksheet-page.tsx'), { texts: ['worksheets'] }),
  },
  {
    path: paths.worksheets,
    lazy: page(() => import('../features/worksheets/office-page.tsx'), { texts: ['worksheets'], only: isOffice }),
  },
  {
    path: paths.colleagues,
    lazy: page(() => import('../features/colleagues/colleagues-page.tsx'), {
      texts: ['colleagues', 'office'],
      only: ({ role }) => role === 'supervisor',
    }),
  },
  {
    path: paths.imports,
    lazy: page(() => import('../features/imports/import-page.tsx'), { texts: ['imports'], only: isOffice }),
  },
  ...officeRoutes,
  ...ownHoursRoutes,
  {
    path: paths.users,
    lazy: page(() => import('../features/users/users-page.tsx'), { texts: ['accounts', 'office'], only: isAdmin }),
  },
  {
    path: paths.user(':personId'),
    lazy: page(() => import('../features/users/user-page.tsx'), {
      texts: ['accounts', 'audit', 'office'],
      only: isAdmin,
    }),
  },
  {
    path: paths.audit,
    lazy: page(() => import('../features/audit/audit-page.tsx'), { texts: ['audit'], only: isAdmin }),
  },
  {
    path: paths.outbox,
    lazy: page(() => import('../features/outbox/outbox-page.tsx'), { texts: ['outbox'], only: isOffice }),
  },
  {
    path: paths.mail,
    lazy: page(() => import('../features/mail/mail-page.tsx'), { texts: ['mail'], only: isOffice }),
  },
  {
    path: paths.account,
    lazy: page(() => import('../features/account/account-page.tsx'), { texts: ['account', 'accounts'] }),
  },
  { path: '*', Component: NotFound },
];

async function requireLogIn({ request }: LoaderFunctionArgs) {
  try {
    const me = await queryClient.ensureQueryData(meQuery);
    await setLanguage(me.language);
    return null;
  } catch (error) {
    if (!isProblem(error, 'not-signed-in')) throw error;
    const { pathname, search } = new URL(request.url);
    throw redirect(loginTo(pathname + search));
  }
}

async function goOnWhenLoggedIn({ request }: LoaderFunctionArgs) {
  const me = await queryClient.ensureQueryData(meQuery).catch(() => undefined);
  return me ? redirect(destinationIn(new URL(request.url).search)) : null;
}
