import { createHash } from 'node:crypto'

/** Draws that come out the same for the same seed. */
export type Chance = {
  /** A whole number from 0, below this. */
  below: (n: number) => number
  happens: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T | undefined
  /** How many of something that happens so often on average. */
  times: (mean: number) => number
}

export function chanceOf(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE()
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(draw() * n)
  return {
    below,
    happens: (probability) => draw() < probability,
    pick: (list) => list[below(list.length)],
    times: (mean) => Math.floor(mean) + (draw() < mean % 1 ? 1 : 0),
  }
}

/** Ids and random bytes that are the same for the same seed. */
export function sourceOf(seed: string) {
  let made = 0
  const next = () => createHash('sha256').update(`${seed} ${++made}`).digest()
  return {
    newId: () => {
      const hex = next().toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
    },
    randomBytes: (size: number) =>
      Buffer.concat(Array.from({ length: Math.ceil(size / 32) }, next)).subarray(0, size),
  }
}
