import { z } from 'zod'
import { type WheelArea, wheelAreas } from '#modules/knowledge'
import {
  check,
  choice,
  type FieldErrors,
  mayChoose,
  mayDay,
  mayTell,
  submission,
  version,
  words,
} from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { message } from '#ui/message.ts'
import { obtainedWays, type Words } from '../wheel.ts'

const saidWords = {
  working: mayTell(2000),
  challenging: mayTell(2000),
  quote: mayTell(1000),
  context: mayTell(1000),
  tried: mayTell(2000),
}
const own = z.object({
  submission,
  area: choice(wheelAreas, message('Välj vilket område det handlar om')),
  readers: mayChoose(['told', 'unit', 'meeting', 'everyone']),
  ...saidWords,
  obtained: mayChoose(obtainedWays),
  saidOn: mayDay('Skriv en dag som finns, som 2026-11-24'),
})
/** `child`, `me`, `guardian:` or `adult:` with an id; or one of those that a second field tells more about. */
const another = own.extend({
  voice: words('Välj vem det är som säger det', 60),
  adultCalled: mayTell(60),
  adultName: mayTell(120),
  colleague: z.uuid().optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
})
const changed = z.object({ version, ...saidWords })

type Typed = z.output<typeof own> & Partial<Omit<z.output<typeof another>, keyof z.output<typeof own>>>
export type StatementInput = Omit<Typed, keyof Words> & { words: Words }

const somethingSaid: FieldErrors = {
  working: message('Skriv något som fungerar, eller något som är utmanande'),
}

/** The family writes its own words; staff also say whose they are. */
export function readStatement(form: ReadForm, ownWords: boolean): Result<StatementInput, FieldErrors> {
  const read: Result<Typed, FieldErrors> = check(form, ownWords ? own : another)
  if (!read.ok) return read
  const { working, challenging, quote, context, tried, ...rest } = read.value
  return working || challenging
    ? ok({ ...rest, words: { working, challenging, quote, context, tried } })
    : fail(somethingSaid)
}

export type ChangeInput = { version: number; words: Words }

export function readChange(form: ReadForm): Result<ChangeInput, FieldErrors> {
  const read = check(form, changed)
  if (!read.ok) return read
  const { version: seen, working, challenging, quote, context, tried } = read.value
  return working || challenging
    ? ok({ version: seen, words: { working, challenging, quote, context, tried } })
    : fail(somethingSaid)
}

/** What was chosen before the page was opened, by a link: an area, a voice. */
export type Preset = { area?: WheelArea | undefined; voice?: string | undefined }

export const presetOf = (area: string | undefined, voice: string | undefined): Preset => ({
  area: wheelAreas.find((known) => known === area),
  voice: voice && /^[\w:-]{1,60}$/.test(voice) ? voice : undefined,
})
