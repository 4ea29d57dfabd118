import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { useState } from 'react';

/** The day in Amsterdam when the form was opened. */
export const useToday = (): string => useState(() => calendarDayAt(new Date()))[0];
