import { z } from 'zod';
import { zLine, zVersion } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { longestHelpLink, mostHelpLinks } from './help.words.ts';

/** Where a browser goes, and never something that it runs. */
const zWebAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });

/** A page of somebody else's, such as the collective agreement: what it is called in both languages, and where it is. */
const zHelpLink = z.object({
  nameNl: zLine(longest.organisationName),
  nameEn: zLine(longest.organisationName),
  url: zLine(longestHelpLink).refine((text) => zWebAddress.safeParse(text).success, {
    params: { code: 'web-address' },
  }),
});
export type HelpLink = z.output<typeof zHelpLink>;

const links = { links: z.array(zHelpLink).max(mostHelpLinks) };
const zSavedHelp = z.object({ ...links, version: zVersion });
export type SavedHelp = z.output<typeof zSavedHelp>;

export const helpRoutes = {
  'GET /api/help-links': {
    access: 'signed-in',
    summary: 'The agency’s links to pages elsewhere',
    response: z.object(links),
  },
  'GET /api/settings/help': { access: ['admin'], summary: 'The links, to be changed', response: zSavedHelp },
  'PUT /api/settings/help': {
    access: ['admin'],
    summary: 'Change the links',
    body: zSavedHelp,
    response: zSavedHelp,
  },
} as const satisfies Routes;
