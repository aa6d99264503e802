/** Whoever holds one of the unit's functions, stands in or administers it keeps what it says; the walls say the same. */
export const mayKeepEntry = ({ keeps }: { keeps: boolean }): boolean => keeps
