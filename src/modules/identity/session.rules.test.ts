import { expect, it } from 'vitest'
import { homeOf, idleMinutes, longestHours } from './session.ts'

it('staff begin with what waits for them, families with their children', () => {
  expect(homeOf).toEqual({ staff: '/uppgifter', family: '/barn' })
})

it('a family’s device is left open for a shorter time than a colleague’s, and nobody’s longer than a working day', () => {
  expect(idleMinutes.family).toBeLessThan(idleMinutes.staff)
  expect([idleMinutes.family, idleMinutes.staff]).toEqual([20, 30])
  expect(longestHours).toBe(8)
})
