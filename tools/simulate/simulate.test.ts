import { describe, expect, it } from 'vitest'
import { cloneDatabase } from '#test/setup/database.ts'
import { simulate } from './simulate.ts'

const { app, admin } = await cloneDatabase()

describe('a simulated county', () => {
  it('lives for a while', { timeout: 300_000 }, async () => {
    const figures = await simulate({
      years: Number(process.env['SIM_YEARS'] ?? 0.5),
      children: Number(process.env['SIM_CHILDREN'] ?? 2000),
      seed: 1,
      share: Number(process.env['SIM_SHARE'] ?? 0.4),
      database: { app, superuser: admin },
    })
    console.log(JSON.stringify(figures, null, 1).slice(0, 8000))
    expect(figures.violations).toEqual([])
  })
})
