import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/query-client.ts';
import { agencyQuery } from './api/session-queries.ts';
import { Providers } from './app/providers.tsx';
import { createRouter } from './app/router.tsx';
import { startTexts } from './i18n/index.ts';
import { startScheme } from './ui/scheme.ts';

startScheme();
// The first thing seen is already in the right language and colour.
const agency = queryClient.prefetchQuery(agencyQuery);
// But a server that does not answer leaves no page white.
const aMoment = new Promise((resolve) => setTimeout(resolve, 1500));
await Promise.all([startTexts(), Promise.race([agency, aMoment])]);

const router = createRouter();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
