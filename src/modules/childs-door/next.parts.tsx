import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import { NextStep } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import type { Next } from './next-store.ts'

/** The child's first screen always says what happens next, and when; or who will say. */
export const WhatIsNext = ({ next, lead }: { next: Next | undefined; lead: string | undefined }) =>
  next ? (
    <NextStep label={say('Det här händer sen')} main={mainOf(next)}>
      <p>{say('Du bestämmer om du vill vara med.')}</p>
    </NextStep>
  ) : lead ? (
    <NextStep
      label={say('Det här händer sen')}
      main={say('{name} berättar när det är bestämt.', { name: lead })}
    />
  ) : null

function mainOf({ kind, at }: Next): string {
  const day = dayInWords(swedishDay(at))
  const when = `${day.charAt(0).toUpperCase()}${day.slice(1)}`
  return kind === 'meeting'
    ? say('{when} klockan {clock} ses vi på ett möte.', { when, clock: swedishClock(at) })
    : say('{when} pratar vi om hur det går.', { when })
}
