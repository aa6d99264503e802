import { together } from '#ui/say.tsx'

/** `Sara, Jonas och Lisa`. */
export const inWords = (names: readonly string[]): string => together(names)
