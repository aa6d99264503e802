import { expect, it } from 'vitest'
import { swedishMoment } from '#shared/dates.ts'
import { othersRead, readBy } from './task.ts'

it.each([
  ['a Tuesday', '2026-11-24', '2026-11-25', '2026-11-26'],
  ['a Friday', '2026-11-27', '2026-11-30', '2026-12-01'],
  ['a day before Christmas', '2026-12-23', '2026-12-28', '2026-12-29'],
  ['a Saturday', '2026-11-28', '2026-11-30', '2026-12-01'],
])(
  'what is written on %s is read on the next working day, and by another the morning after that',
  (_, day, read, others) => {
    expect(readBy(day)).toBe(read)
    expect(othersRead(day)).toEqual(swedishMoment(others, '07:00'))
  },
)
