export const hourKinds = ['normal', 'overtime', 'irregular', 'travel', 'leave', 'sick', 'holiday', 'other'] as const;

/**
 * What the lines of a hour type count. `hours` take time of the day. A `surcharge` is hours beside those (25 % for 22:00–04:00, next to the
 * normal hours of the same time): paid and billed, but no time. The rest is no time at all.
 */
export const hourUnits = ['hours', 'surcharge', 'kilometres', 'euros', 'pieces'] as const;
export type HourUnit = (typeof hourUnits)[number];
/** Counted in minutes, and written as hours. */
export const isTime = (unit: HourUnit): unit is 'hours' | 'surcharge' => unit === 'hours' || unit === 'surcharge';

/** Whether its lines come with a receipt: not, asked for (it stands out where there is none), or not sent without. */
export const receiptWishes = ['none', 'asked', 'required'] as const;
export type ReceiptWish = (typeof receiptWishes)[number];

/**
 * A quantity is whole: minutes of a surcharge, hundredths of a kilometre or piece, cents. Most of one line: 36 days of surcharge, 10,000
 * kilometres, € 10,000 or 10,000 pieces.
 */
export const mostQuantity = 1_000_000;
