/** The first thing that does not hold in a chain, or in the log as a whole. */
export type Fault = {
  /** The moment of the row it is about, when there is one: the earliest is told first. */
  at: string
  text: string
}

/** Who the chain belongs to, as an operator reads it. */
const shared = '00000000-0000-0000-0000-000000000000'
export const chainName = (chain: string) => (chain === shared ? 'den gemensamma kedjan' : `kedjan ${chain}`)

export const rowIn = (chain: string, seq: number | string) => `rad ${seq} i ${chainName(chain)}`
