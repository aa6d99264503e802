import type { PrintedStory } from '#modules/documents'
import { dayAndMonth, dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import { message } from '#ui/message.ts'
import { say } from '#ui/say.tsx'
import { tellStory } from '../story.ts'
import type { Story } from './show-story.ts'

export const storyLead = message(
  'Det här hände när du var yngre och fick hjälp av flera tillsammans. Allt är skrivet för att det skulle bli bra för dig.',
)

/** What the story leaves out, and why. */
export const notHere = [
  message(
    'Det som någon har skrivit för sitt eget arbete och aldrig har berättat för dig eller din familj. Det måste någon gå igenom först.',
  ),
  message('Det som handlar om andra, och det som andra har sagt i förtroende.'),
  message('Det som du har berättat för bara en person, eller för några få. Det stannar hos dem.'),
  message('Det som andra verksamheter har skrivit själva. Fråga dem.'),
] as const

/** The story in words, for paper. */
export function storyOnPaper({ child, facts, at }: Story): PrintedStory {
  const name = nameOf(child.person)
  const day = swedishDay(at)
  return {
    name,
    lead: say(storyLead),
    years: tellStory(facts).map(({ year, days }) => ({
      year,
      days: days.map(({ day, chapters }) => ({
        when: dayAndMonth(day),
        chapters: chapters.map(({ sentence, quotes, drawing }) => ({
          sentence,
          quotes: quotes.map(({ lead, picked, text }) => ({
            lead,
            lines: [...picked, ...(text ? [{ written: text.reveal() }] : [])],
          })),
          drawing: drawing && { drawing: drawing.reveal() },
        })),
      })),
    })),
    notHere: notHere.map((text) => say(text)),
    footer: say('Hämtat {day} av {name}', { day: dayWithYear(day), name }),
    watermark: say('{who}, {day} kl {clock}', {
      who: name,
      day: dayWithYear(day),
      clock: swedishClock(at),
    }),
  }
}
