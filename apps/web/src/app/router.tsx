import { createBrowserRouter, type LoaderFunctionArgs, redirect } from 'react-router';
import { isProblem } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { meQuery } from '../api/session-queries.ts';
import { setLanguage } from '../i18n/index.ts';
import { NotFound } from '../kit/address/not-found.tsx';
import { destinationIn, loginTo, paths } from '../kit/address/paths.ts';
import { readSessionHint } from '../kit/storage/session-hint.ts';
import { routeOf } from './page-route.tsx';
import { RootFailed, RouteFailed } from './route-failed.tsx';
import { doorScreens, screens } from './screens.ts';
import { Starting } from './starting.tsx';

/** A router starts its first navigation at once, so it is made when the texts are there. */
export const createRouter = () =>
  createBrowserRouter([
    {
      ErrorBoundary: RootFailed,
      HydrateFallback: Starting,
      children: [
        ...doorScreens.map((screen) =>
          screen.path === paths.login ? { ...routeOf(screen), loader: goOnWhenLoggedIn } : routeOf(screen),
        ),
        {
          loader: requireLogIn,
          shouldRevalidate: () => false,
          lazy: () => import('./shell.tsx'),
          children: [
            { ErrorBoundary: RouteFailed, children: [...screens.map(routeOf), { path: '*', Component: NotFound }] },
          ],
        },
      ],
    },
  ]);

async function requireLogIn({ request }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  if (readSessionHint().state === 'none') throw redirect(loginTo(pathname + search));
  try {
    const me = await queryClient.ensureQueryData(meQuery);
    await setLanguage(me.language);
    return null;
  } catch (error) {
    if (!isProblem(error, 'not-signed-in')) throw error;
    throw redirect(loginTo(pathname + search));
  }
}

async function goOnWhenLoggedIn({ request }: LoaderFunctionArgs) {
  if (readSessionHint().state === 'none') return null;
  const asked = queryClient.ensureQueryData(meQuery).catch(() => undefined);
  // Where no answer comes, the page is there all the same.
  const me = await Promise.race([asked, new Promise<undefined>((resolve) => setTimeout(resolve, 2000))]);
  return me ? redirect(destinationIn(new URL(request.url).search)) : null;
}
