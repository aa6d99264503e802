import type { Work } from '#modules/audit'
import type { KnownChild } from '#modules/children'
import { emergencyGroundWords } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'
import { callOf } from '#shared/person.ts'
import { findEmergencies, findLines, findLogBegins } from '../reader-log-store.ts'
import { type Of, whatAndWhy, whatOnly, whoText } from '../reading-words.ts'

/** One line of the log in words, as on the page. */
export type Read = { day: Day; text: string }

/** All that the log shows the one who asks, from its first day, the latest first. */
export async function findAllReadings(work: Work, { child, standing }: KnownChild): Promise<Read[]> {
  const begins = await findLogBegins(work, child.id)
  if (!begins) return []
  const to: Of = { self: standing.relation === 'self', call: callOf(child.person) }
  const [lines, emergencies] = await Promise.all([
    findLines(work, child.id, begins, work.today),
    findEmergencies(work),
  ])
  return [
    ...lines.map((line) => ({
      day: line.day,
      text: line.mine
        ? `Du ${whatOnly(line.readings, to)}.`
        : `${whoText(line).replace(/,$/, '')}: ${whatAndWhy(line.readings, to).join('; ')}.`,
    })),
    ...emergencies.map(({ day, unitName, title, ground }) => ({
      day,
      text: `En ${title} på ${unitName} öppnade planen i ett nödläge: ${emergencyGroundWords(ground)}.`,
    })),
  ].toSorted((a, b) => b.day.localeCompare(a.day))
}
