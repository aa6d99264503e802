import { addDays, type Day, dayInWords } from '#shared/dates.ts'

export const groups = ['left', 'today', 'tomorrow', 'later'] as const
export type Group = (typeof groups)[number]

export const groupNames: Readonly<Record<Group, string>> = {
  left: 'Har blivit liggande',
  today: 'I dag',
  tomorrow: 'I morgon',
  later: 'Längre fram',
}

export function groupOf(due: Day, today: Day): Group {
  if (due < today) return 'left'
  if (due === today) return 'today'
  return due === addDays(today, 1) ? 'tomorrow' : 'later'
}

const weekdayOf = (day: Day) => dayInWords(day).split(' ')[0] ?? ''

/** `Skulle varit klart i fredags`, `Senast i dag`, `Senast på fredag`, `Senast måndag 14 december`. */
export function dueText(due: Day, today: Day): string {
  switch (groupOf(due, today)) {
    case 'left':
      if (due === addDays(today, -1)) return 'Skulle varit klart i går'
      return `Skulle varit klart ${due >= addDays(today, -6) ? `i ${weekdayOf(due)}s` : dayInWords(due)}`
    case 'today':
      return 'Senast i dag'
    case 'tomorrow':
      return 'Senast i morgon'
    case 'later':
      return `Senast ${due <= addDays(today, 6) ? `på ${weekdayOf(due)}` : dayInWords(due)}`
  }
}

/** How one greets at a clock like `08.15`. */
export function greetingAt(clock: string): string {
  if (clock >= '05.00' && clock < '10.00') return 'God morgon'
  return clock >= '18.00' || clock < '05.00' ? 'God kväll' : 'Hej'
}

const few = ['Ett', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex', 'Sju', 'Åtta', 'Nio', 'Tio', 'Elva', 'Tolv']

/** `Sex barn väntar på ett nästa steg från dig. Börja med Elias.` */
export function leadText(children: number, more: boolean, first: string): string {
  if (children === 0) return 'Inget väntar på dig just nu.'
  const how = more ? 'Många' : (few[children - 1] ?? String(children))
  return `${how} barn väntar på ett nästa steg från dig. Börja med ${first}.`
}
