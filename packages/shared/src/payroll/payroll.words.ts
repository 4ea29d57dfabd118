/** A run is proposed until it is closed; what a closed run took never changes. */
export const payrollRunStatuses = ['open', 'closed'] as const;
