import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { ComponentType } from 'react';
import type { LoaderFunction } from 'react-router';
import { useMe } from '../api/session-queries.ts';
import { loadTexts } from '../i18n/index.ts';
import { NotFound } from './not-found.tsx';

interface PageModule {
  Component: ComponentType;
  loader?: LoaderFunction;
}

/**
 * A screen whose code and texts are fetched when it is opened: `lazy: page(() => import('…'), { texts: ['home'] })`.
 * For somebody it is not for, there is no such page.
 */
export function page(load: () => Promise<PageModule>, options: { texts: string[]; only?: (me: Me) => boolean }) {
  return async () => {
    const [{ Component, loader }] = await Promise.all([load(), loadTexts(...options.texts)]);
    const { only } = options;
    return { Component: only ? guarded(Component, only) : Component, loader };
  };
}

function guarded(Component: ComponentType, only: (me: Me) => boolean): ComponentType {
  return () => (only(useMe()) ? <Component /> : <NotFound />);
}
