/** Holds the token of a signed-in session; sent to the API alone. */
export const ACCESS_COOKIE = 'konnekt_access';
