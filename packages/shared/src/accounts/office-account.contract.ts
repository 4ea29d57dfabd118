import { z } from 'zod';
import { zId, zList } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import {
  zAccount,
  zAccountQuery,
  zAccountsFile,
  zChangeAccount,
  zNewAccount,
  zSessions,
} from './office-account.schema.ts';

const office = ['staff', 'admin'] as const;
const params = z.object({ id: zId });

/** What the office does with accounts: its own only by admins. */
export const officeAccountRoutes = {
  'GET /api/accounts': {
    access: ['admin'],
    summary: 'The accounts of staff and admins',
    query: zAccountQuery,
    response: zList(zAccount),
  },
  'GET /api/accounts/export': {
    access: ['admin'],
    summary: 'The same as a file: all that the filters hold',
    query: zAccountsFile,
    answersFile: true,
  },
  'POST /api/accounts': {
    access: ['admin'],
    summary: 'Make an account for a colleague, and invite them',
    body: zNewAccount,
    response: zAccount,
    status: 201,
  },
  'GET /api/accounts/:id': { access: office, summary: 'One account', params, response: zAccount },
  'GET /api/people/:id/account': { access: office, summary: 'The account of a person', params, response: zAccount },
  'PUT /api/accounts/:id': {
    access: office,
    summary: 'Change what somebody logs in with, their language, and in the office name and role',
    params,
    body: zChangeAccount,
    response: zAccount,
  },
  'POST /api/accounts/:id/invite': {
    access: office,
    summary: 'Mail a link that activates the account; an earlier one stops working',
    params,
    response: zAccount,
  },
  'POST /api/accounts/:id/block': {
    access: office,
    summary: 'Block an account: every session and link of it ends at once',
    params,
    response: zAccount,
  },
  'POST /api/accounts/:id/unblock': {
    access: office,
    summary: 'Give a blocked account back; who had no password yet needs a new invitation',
    params,
    response: zAccount,
  },
  'GET /api/accounts/:id/sessions': {
    access: office,
    summary: 'Where an account is logged in now',
    params,
    response: zSessions,
  },
  'POST /api/accounts/:id/end-sessions': {
    access: office,
    summary: 'Log an account out everywhere',
    params,
    response: zSessions,
  },
} as const satisfies Routes;
