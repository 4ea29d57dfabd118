import { z } from 'zod';
import { zId } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zChangeMe, zChangePassword, zLogin, zMe } from './account.schema.ts';
import { zSessions } from './office-account.schema.ts';

export const accountRoutes = {
  'POST /api/auth/login': {
    access: 'public',
    summary: 'Log in by e-mail address or user name; sets the session cookies',
    body: zLogin,
    response: zMe,
  },
  'POST /api/auth/refresh': {
    access: 'public',
    summary:
      'Trade the refresh cookie for new cookies; one that was traded before ends its session, but for some moments',
    response: zMe,
  },
  'POST /api/auth/logout': { access: 'public', summary: 'End this session; always succeeds' },
  'GET /api/me': { access: 'signed-in', summary: 'Who is logged in', response: zMe },
  'PATCH /api/me': { access: 'signed-in', summary: 'Change the own language', body: zChangeMe, response: zMe },
  'PUT /api/me/password': {
    access: 'signed-in',
    summary: 'Change the own password; ends every session and starts a new one here',
    body: zChangePassword,
    response: zMe,
  },
  'GET /api/me/sessions': { access: 'signed-in', summary: 'Where one is logged in now', response: zSessions },
  'POST /api/me/sessions/end-others': {
    access: 'signed-in',
    summary: 'Log out everywhere but here',
    response: zSessions,
  },
  'POST /api/me/sessions/:id/end': {
    access: 'signed-in',
    summary: 'Log out on one device',
    params: z.object({ id: zId }),
    response: zSessions,
  },
} as const satisfies Routes;
