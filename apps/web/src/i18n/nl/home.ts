import type { texts as en } from '../en/home.ts';

export const texts: typeof en = { title: 'Home' };
