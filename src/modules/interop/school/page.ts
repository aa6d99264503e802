import { z } from 'zod'
import type { Result } from '#shared/result.ts'

/** Why a register was not read on. Never what it said. */
export type SchoolFault =
  | 'no-answer'
  | 'refused'
  | 'too-large'
  | 'not-readable'
  | 'wrong-form'
  | 'out-of-order'
  | 'from-the-future'
  | 'never-ends'

/** What was found in one page, the token of the next, and why nothing more is read, if so. */
export type PageOf<T> = { found: readonly T[]; next: string | undefined; fault: SchoolFault | undefined }

/** A register that never says that it is done would be read for ever. */
const mostPages = 500

const pageSchema = z.object({
  data: z.array(z.unknown()).max(500),
  pageToken: z.string().max(2000).nullish(),
})

/** A page as the standard has them all; undefined: it is none. */
export function parsed(text: string): { data: readonly unknown[]; next: string | undefined } | undefined {
  try {
    const { data, pageToken } = pageSchema.parse(JSON.parse(text))
    return { data, next: pageToken || undefined }
  } catch {
    return undefined
  }
}

/** Page after page, to the end or to the first fault. */
export async function* pagesOf<T>(
  ask: (pageToken: string | undefined) => Promise<Result<string, SchoolFault>>,
  read: (text: string) => PageOf<T>,
): AsyncGenerator<PageOf<T>> {
  let token: string | undefined
  for (let count = 0; count < mostPages; count++) {
    const answer = await ask(token)
    const page = answer.ok ? read(answer.value) : { found: [], next: undefined, fault: answer.error }
    yield page
    if (page.fault || !page.next) return
    if (page.next === token) break
    token = page.next
  }
  yield { found: [], next: undefined, fault: 'never-ends' }
}
