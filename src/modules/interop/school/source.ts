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
})
export type SchoolSettings = z.output<typeof schoolSettings>

/** A school's own register, whoever runs it. */
export type SchoolRegister = Pick<SchoolSettings, 'name' | 'units'> & {
  persons: (after: Date, pageToken: string | undefined) => Promise<Result<string, AskFault>>
}

/** The register over HTTP, as SS 12000:2020 has it. */
export const schoolsAt = (
  { name, url, token, units }: SchoolSettings,
  patience?: Patience,
): SchoolRegister => ({
  name,
  units,
  persons: (after, pageToken) => {
    const query = new URLSearchParams({
      'meta.modified.after': after.toISOString(),
      sortkey: 'ModifiedAsc',
      limit: '200',
      ...(pageToken && { pageToken }),
    })
    return ask(
      { url: new URL(`${url}/persons?${query}`), headers: { authorization: `Bearer ${token}` } },
      patience,
    )
  },
})
