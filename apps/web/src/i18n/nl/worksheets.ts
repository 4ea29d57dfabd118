import type { texts as en } from '../en/worksheets.ts';

export const texts: typeof en = { title: 'Urenbriefjes' };
