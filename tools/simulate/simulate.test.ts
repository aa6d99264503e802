import { expect, it } from 'vitest'
import { cloneDatabase } from '#test/setup/database.ts'
import { simulate } from './simulate.ts'

const { app, admin } = await cloneDatabase()

const acted = [
  'write in oneself',
  'write in a colleague',
  'write in a strike',
  'close for summer',
  'come back',
  'name another BBA',
  'ask for another BBA',
  'accept',
] as const

it('a county lives for a year, and no child is without somebody', { timeout: 300_000 }, async () => {
  const size = { years: 1, children: 700, share: 1, seed: 20270102 }
  const figures = await simulate({ ...size, database: { app, superuser: admin } })
  expect(figures.violations).toEqual([])
  const { childDaysWithout, handoversLost, accessKept, faults, acts } = figures
  expect({ childDaysWithout, handoversLost, accessKept, faults }).toEqual({
    childDaysWithout: 0,
    handoversLost: 0,
    accessKept: 0,
    faults: {},
  })
  // It would all be true of a county where nothing happens.
  const { childDays, childDaysStoodFor, left, crashes, sentTwice, looksByLeavers } = figures
  const happened = { childDays, childDaysStoodFor, left, crashes, sentTwice, looksByLeavers }
  for (const [what, times] of [
    ...Object.entries(happened),
    ...acted.map((act) => [act, acts[act] ?? 0] as const),
  ])
    expect([what, times > 0]).toEqual([what, true])
})
