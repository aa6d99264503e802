import { expect, it } from 'vitest'
import { around, whoMay } from '#test/standings.ts'
import { mayReadTimeline } from './timeline-policy.ts'

it('whoever reads the whole plan reads its events, and nobody else', () => {
  const rest = Object.keys(around).filter((name) => !whoMay(mayReadTimeline).includes(name))
  expect(rest).toEqual([
    'own party',
    'party whose consent ended',
    'teacher',
    'bba of the unit next door',
    'guardian without a part',
  ])
})
