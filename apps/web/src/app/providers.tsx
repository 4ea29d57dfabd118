import '../ui/look.css';
import '../ui/base.css';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect } from 'react';
import { queryClient } from '../api/query-client.ts';
import { agencyQuery } from '../api/session-queries.ts';
import { takeAccent } from '../ui/look.ts';

export function Providers(props: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Look />
      {props.children}
    </QueryClientProvider>
  );
}

/** The product in the colour of the agency. */
function Look() {
  const { data: agency } = useQuery(agencyQuery);
  const accent = agency?.accentColour ?? '';
  useLayoutEffect(() => takeAccent(accent), [accent]);
  useLayoutEffect(() => {
    if (agency) document.documentElement.dataset.agency = agency.name;
  }, [agency]);
  return null;
}
