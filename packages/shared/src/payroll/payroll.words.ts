/** A run is proposed until it is closed; what a closed run took never changes. */
export const payrollRunStatuses = ['open', 'closed'] as const;

/** Why a finalised worksheet is in no run yet, or what is not even final. */
export const leftOutReasons = ['held', 'other-period-type', 'to-fill', 'to-approve', 'to-finalise'] as const;
