import type { Day } from './dates.ts'

/**
 * Days when schools and authorities are closed, besides Saturdays and Sundays: the public holidays of lagen (1989:253) om
 * allmänna helgdagar, and midsommarafton, julafton and nyårsafton, which lagen (1930:173) om beräkning av lagstadgad tid,
 * 2 §, puts beside them. Those that are always a Saturday or a Sunday are not named. Twenty lines of rules that the law
 * seldom changes, and so no library with the holidays of the world.
 */
export const isHoliday = (of: Day): boolean =>
  fixed.has(of.slice(5)) || isMidsummerEve(of) || fromEaster.has(daysFromEaster(of))

const fixed: ReadonlySet<string> = new Set([
  ...['01-01', '01-06', '05-01', '06-06'], // nyårsdagen, trettondedag jul, första maj, nationaldagen
  ...['12-24', '12-25', '12-26', '12-31'], // julafton, juldagen, annandag jul, nyårsafton
])
/** Långfredagen, annandag påsk, Kristi himmelsfärds dag. */
const fromEaster: ReadonlySet<number> = new Set([-2, 1, 39])

const utc = (of: Day) => Date.parse(`${of}T00:00:00Z`)
const dayLength = 86_400_000

/** The Friday before midsommardagen, which is the Saturday from 20 to 26 June. */
const isMidsummerEve = (of: Day) =>
  of.slice(5) >= '06-19' && of.slice(5) <= '06-25' && new Date(utc(of)).getUTCDay() === 5

const daysFromEaster = (of: Day) => (utc(of) - easterSunday(Number(of.slice(0, 4)))) / dayLength

/** The Gregorian rule as Meeus, Jones and Butcher wrote it: a year in, a month and a day out. */
function easterSunday(year: number): number {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)
}
