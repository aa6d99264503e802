/** The measures of the wheel: a 884 by 884 picture with its middle in (0, 0) and up to seven petals round it. */

const firstRing = 98.5
const lastRing = 287.5
const ringGap = 3
const petalInner = lastRing + ringGap
const petalOuter = 346
const bulge = 153
const halfGap = 3.6
const plateAt = 381
const slice = (2 * Math.PI) / 7

export type Petal = { turn: number; upper: boolean }

export const petalAt = (place: number): Petal => {
  const turn = place * slice
  return { turn, upper: Math.cos(turn) > 0 }
}

const round = (n: number) => Math.round(n * 10) / 10
const at = (radius: number, angle: number) =>
  `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`

/** The two ends of a petal at a radius; the gap between petals is as wide everywhere. */
function ends({ turn }: Petal, radius: number): [string, string] {
  const half = slice / 2 - Math.asin(halfGap / radius)
  return [at(radius, turn - half), at(radius, turn + half)]
}

function band(petal: Petal, inner: number, outer: number): string {
  const [from, to] = ends(petal, inner)
  const [outerFrom, outerTo] = ends(petal, outer)
  return `M${from}A${inner} ${inner} 0 0 1 ${to}L${outerTo}A${outer} ${outer} 0 0 0 ${outerFrom}Z`
}

const ringWidth = (voices: number) => (lastRing + ringGap - firstRing) / voices

/** One voice's ring in a petal; the first voice is nearest the middle. */
export function ringPath(petal: Petal, voice: number, voices: number): string {
  const inner = round(firstRing + voice * ringWidth(voices))
  return band(petal, inner, round(inner + ringWidth(voices) - ringGap))
}

/** The coloured end of the petal, from `inner` out to its round edge. */
function petalEnd(petal: Petal, inner: number): string {
  const [from, to] = ends(petal, inner)
  const [outerFrom, outerTo] = ends(petal, petalOuter)
  return `M${from}A${inner} ${inner} 0 0 1 ${to}L${outerTo}A${bulge} ${bulge} 0 0 0 ${outerFrom}Z`
}

export const petalPath = (petal: Petal) => petalEnd(petal, petalInner)
export const patternPath = (petal: Petal) => petalEnd(petal, petalOuter)
export const edgePath = (petal: Petal) => petalEnd(petal, firstRing)

/** The line that the area's name follows; turned round below the middle, so that no name stands on its head. */
export function namePath({ turn, upper }: Petal): string {
  const radius = upper ? 306 : 332
  const [start, end] = [at(radius, turn - slice / 2), at(radius, turn + slice / 2)]
  return upper ? `M${start}A${radius} ${radius} 0 0 1 ${end}` : `M${end}A${radius} ${radius} 0 0 0 ${start}`
}

export function platePlace({ turn }: Petal): string {
  const size = 1.46
  const x = plateAt * Math.sin(turn) - 24 * size
  const y = -plateAt * Math.cos(turn) - 24 * size
  return `translate(${round(x)} ${round(y)}) scale(${size})`
}

/** Where a mark stands: in its voice's ring, what works always to the left of what is challenging. */
export function markPlace(
  petal: Petal,
  voice: number,
  voices: number,
  kind: 'working' | 'challenging',
): string {
  const radius = firstRing + (voice + 0.5) * ringWidth(voices) - ringGap / 2
  const left = (kind === 'working') === petal.upper
  const aside = (20 + radius * 0.064) / radius
  const size = Math.min(1.12, (ringWidth(voices) - ringGap) / 38, radius / 118)
  return `translate(${at(radius, petal.turn + (left ? -aside : aside))}) scale(${round(size * 10) / 10})`
}
