import { expect, it } from 'vitest'
import { cloneDatabase } from '#test/setup/database.ts'
import { simulate } from './simulate.ts'

const { app, admin } = await cloneDatabase()

it('a county lives for a year, and no child is without somebody', { timeout: 300_000 }, async () => {
  const size = { years: 1, children: 600, share: 1, seed: 20270104 }
  const figures = await simulate({ ...size, database: { app, superuser: admin } })
  expect(figures.violations).toEqual([])
  const { childDaysWithout, handoversLost, accessKept, faults } = figures
  expect({ childDaysWithout, handoversLost, accessKept, faults }).toEqual({
    childDaysWithout: 0,
    handoversLost: 0,
    accessKept: 0,
    faults: {},
  })
  // It would all be true of a county where nothing happens.
  const { childDays, childDaysStoodFor, left, crashes, sentTwice, handovers, looksByLeavers } = figures
  for (const happened of [
    childDays,
    childDaysStoodFor,
    left,
    crashes,
    sentTwice,
    handovers.accepted,
    looksByLeavers,
  ])
    expect(happened).toBeGreaterThan(0)
})
