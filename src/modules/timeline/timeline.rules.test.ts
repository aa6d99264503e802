import { expect, it } from 'vitest'
import type { PlanEventKind } from '#shared/schema.ts'
import { saysItsOwn } from '#test/words.ts'
import { byDay, eventNames } from './timeline.ts'

it('several of a kind on one day are one', () => {
  const changed = (day: string) => ({ kind: 'plan_changed', day }) as const
  const held = { kind: 'meeting_held', day: '2026-11-24' } as const
  expect(byDay([changed('2026-11-24'), held, changed('2026-11-24'), changed('2026-11-25')])).toEqual([
    changed('2026-11-24'),
    held,
    changed('2026-11-25'),
  ])
})

it('every event has words of its own', () => {
  const kinds: readonly PlanEventKind[] = [
    'noticed',
    'family_told',
    'gathering_started',
    'meeting_called',
    'meeting_held',
    'plan_started',
    'plan_changed',
    'lead_changed',
    'followed_up',
    'plan_ended',
  ]
  saysItsOwn(kinds.map((kind) => eventNames[kind]))
})
