import type { Routes } from '../basics/route.ts';

export const liveRoutes = {
  'GET /api/live': {
    access: 'signed-in',
    summary:
      'Server-sent events for as long as the session lasts: which of liveKinds changed for this account, never what of it',
    answersEvents: true,
  },
} as const satisfies Routes;
