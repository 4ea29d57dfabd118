import type { RouteObject } from 'react-router';

/** The screens on which employees fill in their own hours. Their menu items appear with them. */
export const ownHoursRoutes: RouteObject[] = [];
