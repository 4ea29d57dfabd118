import '../ui/mantine.css';
import '../ui/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { queryClient } from '../api/query-client.ts';
import { agencyQuery } from '../api/session-queries.ts';
import { cssVariables, themeFor } from '../ui/theme.ts';

export function Providers(props: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Look>{props.children}</Look>
    </QueryClientProvider>
  );
}

/** The product in the colour of the agency. */
function Look(props: { children: ReactNode }) {
  const { data: agency } = useQuery(agencyQuery);
  const accent = agency?.accentColour ?? '';
  const theme = useMemo(() => themeFor(accent), [accent]);
  useLayoutEffect(() => {
    if (agency) document.documentElement.dataset.agency = agency.name;
  }, [agency]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {props.children}
    </MantineProvider>
  );
}
