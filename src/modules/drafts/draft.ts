import { z } from 'zod'
import { dayInWords, swedishClock, swedishDay } from '#shared/dates.ts'
import type { Typed } from '#shared/form-reading.ts'
import { look } from '#ui/look.ts'

/** A draft of one's own, found when its form is opened. Its text shows only when one has `continued` it. */
export type Draft = { address: string; savedAt: string; typed: Typed; continued: boolean }

/** What is kept of a form. */
export const draftBody = z.object({ typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])) })

/** A draft waits for two weeks; what was typed when the session ran out, for a day. */
export const keptDays = 14

/** One person has no more drafts than this at once. */
export const mostDrafts = 100

const address = /^(\/[a-z0-9-]+){1,8}$/i

/** The address of a form: names and random ids, and nothing else that could tell of anybody. */
export const isFormAddress = (text: string): boolean => text.length <= 200 && address.test(text)

/** Fields that belong to the page and not to the one who writes. */
const ours = new Set<string>(['engagement', 'csrf', look.name])
const unwritten = new Set([...ours, 'version', 'submission'])
const id = /^[0-9a-f-]{36}$/

export const keepable = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !ours.has(name)))

/** The texts that somebody wrote in a form. */
export const writtenTexts = (typed: Typed): string[] =>
  Object.entries(typed)
    .flatMap(([name, value]) => (unwritten.has(name) ? [] : [value].flat()))
    .filter((text) => text.trim() !== '' && !id.test(text))

/** `kl 14.30`, or with the day when it is another one. */
export function timeInWords(savedAt: Date, at: Date): string {
  const day = swedishDay(savedAt)
  const clock = `kl ${swedishClock(savedAt)}`
  return day === swedishDay(at) ? clock : `${dayInWords(day)} ${clock}`
}
