/** The password of every demo account; they exist in demo mode only. */
export const demoPassword = 'konnekt-demo';

/** Who one can log in as, in the order that the login page shows them. */
export const demoAccounts = [
  { email: 'supervisor@konnekt.example', role: 'supervisor' },
  { email: 'registrar@konnekt.example', role: 'supervisor' },
  { email: 'employee@konnekt.example', role: 'employee' },
  { email: 'staff@konnekt.example', role: 'staff' },
  { email: 'admin@konnekt.example', role: 'admin' },
] as const;
