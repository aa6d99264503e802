import type { Work } from '#modules/audit'
import type { KnownChild } from '#modules/children'
import { emergencyGroundWords } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'
import { callOf, type Person } from '#shared/person.ts'
import { say } from '#ui/say.tsx'
import { type Emergency, findEmergencies, findLines, findLogBegins } from '../reader-log-store.ts'
import type { Line } from '../reading.ts'
import { type Of, whatAndWhy, whatOnly, whoText } from '../reading-words.ts'

/** One line of the log, to be said in words where it is shown. */
export type Read = { day: Day } & ({ line: Line; self: boolean; child: Person } | { emergency: Emergency })

/** The same in the words of the page. */
export function readInWords(read: Read): string {
  if ('line' in read) {
    const { line, self } = read
    const to: Of = { self, call: callOf(read.child) }
    return line.mine
      ? say('Du {what}.', { what: whatOnly(line.readings, to) })
      : `${whoText(line).replace(/,$/, '')}: ${whatAndWhy(line.readings, to).join('; ')}.`
  }
  const { title, unitName, ground } = read.emergency
  const who = whoText({ title, unitName, unitKind: undefined })
  return `${say('Öppnad i ett nödläge')}. ${say('{who} öppnade planen.', { who })} ${say(emergencyGroundWords(ground))}.`
}

/** All that the log shows the one who asks, from its first day, the latest first. */
export async function findAllReadings(work: Work, { child, standing }: KnownChild): Promise<Read[]> {
  const begins = await findLogBegins(work, child.id)
  if (!begins) return []
  const self = standing.relation === 'self'
  const [lines, emergencies] = await Promise.all([
    findLines(work, child.id, begins, work.today),
    findEmergencies(work),
  ])
  return [
    ...lines.map((line) => ({ day: line.day, line, self, child: child.person })),
    ...emergencies.map((emergency) => ({ day: emergency.day, emergency })),
  ].toSorted((a, b) => b.day.localeCompare(a.day))
}
