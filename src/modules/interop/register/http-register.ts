import { z } from 'zod'
import { ask, type Patience } from '../ask.ts'
import type { PopulationRegister } from './post.ts'

export const registerSettings = z.object({
  /** The address that ends before `/changes` and `/person`. */
  url: z.url({ protocol: /^https?$/ }),
  token: z.string().min(32),
})
export type RegisterSettings = z.output<typeof registerSettings>

/** The register over HTTP. Numbers go in bodies, so that no log on the way holds them. */
export function registerAt({ url, token }: RegisterSettings, patience?: Patience): PopulationRegister {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const post = (path: string, body: unknown) =>
    ask({ url: new URL(`${url}${path}`), headers, body: JSON.stringify(body) }, patience)
  return {
    changesAfter: (sequence) => post('/changes', { after: sequence }),
    person: (number) => post('/person', { number }),
  }
}
