import { addDays, type Day, dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import type { DecisionOutcome, HandoverState, NoticingDecision } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { say } from '#ui/say.tsx'

/** What there is about a child, as far as the person may see: each part may be missing. */
export type Facts = {
  /** Nobody is there to talk with and to ask, for a child that is not grown up. */
  lacksGuardian: boolean
  /** Told to this unit and not yet decided on. */
  unread: boolean
  gathers: boolean
  decided: DecisionOutcome | undefined
  support: { id: string; reviewOn: Day } | undefined
  handover: { id: string; state: HandoverState } | undefined
  /** A hand-over on paper, to somebody outside. */
  paper: { id: string } | undefined
  consent: { id: string; complete: boolean; awaitsMe: boolean } | undefined
  meeting: { id: string; at: Date } | undefined
  lastMeeting: { id: string } | undefined
  plan: { followUpAt: Date | undefined; ended: boolean } | undefined
}

/** A noticing that came to the unit, or that the person sent. */
export type NoticedLine = {
  itemId: string
  day: Day
  opened: boolean
  decision: NoticingDecision | undefined
  why: SealedText | undefined
}

/** `i morgon klockan 14.30`, `tisdag 1 december klockan 9.00`. */
export function momentInWords(at: Date, today: Day): string {
  const day = swedishDay(at)
  const clock = say('klockan {clock}', { clock: swedishClock(at).replace(/^0/, '') })
  if (day === today) return say('i dag {clock}', { clock })
  return day === addDays(today, 1) ? say('i morgon {clock}', { clock }) : `${dayInWords(day)} ${clock}`
}

/** Where we are, in one sentence, for those who carry it. The latest that was begun speaks. */
export function whereWeAre(facts: Facts, isOpen: boolean, today: Day): string {
  const { plan, meeting, consent, handover, support, decided, gathers, unread } = facts
  if (!isOpen) return plan?.ended ? 'Planen är avslutad. Inget pågår just nu.' : 'Inget pågår just nu.'
  if (plan && !plan.ended)
    return plan.followUpAt
      ? `Det finns en plan. Ni följer upp ${momentInWords(plan.followUpAt, today)}.`
      : 'Det finns en plan. Bestäm när ni följer upp.'
  if (meeting) return `Samverkansmötet är ${momentInWords(meeting.at, today)}.`
  if (handover?.state === 'offered') return 'Överlämningen väntar på svar. Ansvaret är ert till dess.'
  if (consent?.complete) return 'Familjen har sagt ja. Nu kan ni mötas.'
  if (consent) return 'Familjen är tillfrågad. Ni väntar på svar.'
  if (support) return `Stöd pågår hos er. Ni tittar igen ${dayInWords(support.reviewOn)}.`
  if (decided === 'collaboration') return 'Flera behöver hjälpas åt. Nu frågar ni familjen.'
  if (gathers) return 'Ni samlar det som behövs.'
  return unread ? 'Någon har berättat något.' : 'Något är uppmärksammat. Ni har börjat.'
}

/** Where we are, for a guardian or the child. */
export function whereTheFamilyIs({ plan, meeting, consent }: Facts, today: Day): string {
  if (plan && !plan.ended)
    return plan.followUpAt
      ? say('Det finns en plan. Nästa gång vi ses är {when}.', {
          when: momentInWords(plan.followUpAt, today),
        })
      : say('Det finns en plan.')
  if (meeting) return say('Vi ses {when}.', { when: momentInWords(meeting.at, today) })
  if (consent?.awaitsMe) return say('Vi vill fråga dig om något.')
  if (plan?.ended) return say('Planen är avslutad. Du kan läsa den när du vill.')
  return say('Vi har börjat ta reda på vad som kan hjälpa.')
}

/** What became of what somebody told, in words for the one who told. */
export function statusText({ opened, decision }: NoticedLine): string {
  switch (decision) {
    case undefined:
      return opened ? say('Läst') : say('Mottaget')
    case 'thanked':
      return say('Läst. Tack för att du berättade')
    case 'ordinary_help':
      return say('Läst. Det blir hjälp i vardagen')
    case 'own_support':
      return say('Läst. Det blir stöd hos oss')
    case 'joined':
      return say('Läst. Det hör till något som redan pågår')
    case 'gathering':
      return say('Läst. Vi tar reda på mer')
    case 'sent_back':
      return say('Kom tillbaka till dig')
    case 'matched':
      return say('Mottaget')
  }
}
