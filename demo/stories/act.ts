import { type DemoChild, demoId, people } from '../county/index.ts'
import type { Player, Stage } from '../stage.ts'

/** Something that somebody in a story does on a day, at a time. */
export type Act = { day: number; time: string; play: () => Promise<unknown> }

function personOf(slug: string) {
  const person = people.find((one) => one.slug === slug)
  if (!person) throw new Error(`nobody is called ${slug}`)
  return person
}

export function nameOf(slug: string): string {
  const { givenName, familyName } = personOf(slug)
  return `${givenName} ${familyName}`
}

/** What the application calls somebody. */
export const shownName = (slug: string): string =>
  personOf(slug).protection === 'none' ? nameOf(slug) : 'Skyddad person'

/** The id of somebody whom a child leans on. */
export const adultId = ({ slug }: DemoChild, person: string) => demoId(`adult:${slug} ${person}`)

/** The one who is responsible for the child from the first noticing. */
export const leadOf = (stage: Stage, { lead }: DemoChild): Player => stage.as(lead.person, lead.unit)
