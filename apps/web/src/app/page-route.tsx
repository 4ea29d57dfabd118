import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { ComponentType } from 'react';
import type { LoaderFunction, RouteObject } from 'react-router';
import { useMe } from '../api/session-queries.ts';
import { loadTexts } from '../i18n/index.ts';
import { NotFound } from '../kit/address/not-found.tsx';
import { readSessionHint } from '../kit/storage/session-hint.ts';
import type { Screen } from './screens.ts';

interface PageModule {
  Component: ComponentType;
  loader?: LoaderFunction;
}

const modules = import.meta.glob<PageModule>('../features/**/*-page.tsx');

/** A screen whose code and texts are fetched when it is opened. */
export const routeOf = ({ path, file, texts, only }: Screen): RouteObject => ({
  path,
  lazy: async () => {
    const load = modules[`../features/${file}.tsx`];
    if (!load) throw new Error(`No screen ${file}`);
    const [{ Component, loader }] = await Promise.all([load(), loadTexts(...texts)]);
    return { Component: only ? guarded(Component, only) : Component, ...(loader && { loader: whenLoggedIn(loader) }) };
  },
});

/** Nobody's screen asks for nothing: who is sent to the log-in gets no refusals on the way. */
const whenLoggedIn =
  (loader: LoaderFunction): LoaderFunction =>
  (...args) =>
    readSessionHint().state === 'none' ? null : loader(...args);

function guarded(Component: ComponentType, only: (me: Me) => boolean): ComponentType {
  return () => (only(useMe()) ? <Component /> : <NotFound />);
}
