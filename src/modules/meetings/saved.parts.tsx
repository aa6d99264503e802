import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'

/** When something was last saved: `tisdag 24 november klockan 14.05 av Maja Lindgren`. */
export const savedInWords = ({ at, by }: { at: Date; by: string }): string =>
  `${dayInWords(swedishDay(at))} klockan ${swedishClock(at)} av ${by}`
