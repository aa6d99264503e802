import { z } from 'zod'
import type { Result } from '#shared/result.ts'
import { type AskFault, ask, type Patience } from '../ask.ts'

export const schoolSettings = z.object({
  /** Stands in the operator's lines, and says how far it has been read: never given to another. */
  name: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The address that ends before `/persons`. */
  url: z.url({ protocol: /^https?$/ }),
  token: z.string().min(32),
  /** Which of our units each of its schools is, by its id for the school. It speaks for no others. */
  units: z.record(z.uuid(), z.uuid()),
  /** What it has beside enrolments, as no register needs to have all of the standard. What it has it always says. */
  tells: z.array(z.enum(['placements', 'groups'])).default([]),
})
export type SchoolSettings = z.output<typeof schoolSettings>

type Answer = Promise<Result<string, AskFault>>

/** A school's own register, whoever runs it. */
export type SchoolRegister = Pick<SchoolSettings, 'name' | 'units' | 'tells'> & {
  persons: (after: Date, pageToken: string | undefined) => Answer
  classes: (pageToken: string | undefined) => Answer
}

/** The register over HTTP, as SS 12000:2020 has it. */
export function schoolsAt(
  { name, url, token, units, tells }: SchoolSettings,
  patience?: Patience,
): SchoolRegister {
  const get = (path: string, query: Record<string, string>, pageToken: string | undefined) => {
    const asked = new URLSearchParams({ ...query, limit: '200', ...(pageToken && { pageToken }) })
    return ask(
      { url: new URL(`${url}${path}?${asked}`), headers: { authorization: `Bearer ${token}` } },
      patience,
    )
  }
  return {
    ...{ name, units, tells },
    persons: (after, pageToken) => {
      const expand = tells.includes('placements') && { expand: 'placements' }
      const query = { 'meta.modified.after': after.toISOString(), sortkey: 'ModifiedAsc', ...expand }
      return get('/persons', query, pageToken)
    },
    classes: (pageToken) => get('/groups', { groupType: 'Klass' }, pageToken),
  }
}
