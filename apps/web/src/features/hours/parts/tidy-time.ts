import { parseLocalTime } from '@konnekt/shared/basics/local-time';

/** A time as it is written once its field is left: `7`, `7u` and `730` are `07:00`, `07:00` and `07:30`; what is not understood stays. */
export function tidyTime(text: string): string {
  const read = parseLocalTime(text, { asEnd: true });
  return 'time' in read ? read.time : text;
}
