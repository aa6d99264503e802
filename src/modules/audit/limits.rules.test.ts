import { describe, expect, it } from 'vitest'
import { asksOf, dailyLimits, isFresh, isFreshToBegin, stopOf } from './limits.ts'

const at = new Date('2026-11-24T11:00:00Z')
const ago = (minutes: number, ms = 0) => new Date(at.getTime() - minutes * 60_000 - ms)
const day = { signedInAt: at, children: 0, reasons: 0, exports: 0 }
const staff = { isStaff: true, childId: 'lisa' }
const counts = { counts: true }

describe('what is looked up before an act', () => {
  it('a child that staff open is counted; not in an emergency, nor when something is noticed', () => {
    expect(asksOf('child.show', staff)).toEqual({ exports: [], counts: true })
    for (const act of ['break-glass.show', 'noticing.send', 'address.unknown'] as const)
      expect(asksOf(act, staff)).toBeUndefined()
    expect(asksOf('child.show', { isStaff: false, childId: 'lisa' })).toBeUndefined()
    expect(asksOf('tasks.list', { isStaff: true, childId: undefined })).toBeUndefined()
  })

  it('a print is counted for everybody, and asks for a new sign-in', () => {
    expect(asksOf('plan.print', { isStaff: false, childId: 'lisa' })).toEqual({
      exports: [
        'plan.print',
        'meeting.print',
        'handover.print-paper',
        'extract.take-out',
        'about-me.take-out',
        'story.print',
        'register.export',
      ],
      counts: false,
    })
    expect(asksOf('consent.answer', { isStaff: false, childId: 'lisa' })).toEqual({
      exports: [],
      counts: false,
    })
  })
})

describe('why an act must wait', () => {
  it('who begins on what asks for a new sign-in has ten minutes of it left; nothing else waits', () => {
    expect(isFreshToBegin('consent.answer', ago(5), at)).toBe(true)
    expect(isFreshToBegin('consent.answer', ago(5, 1), at)).toBe(false)
    expect(isFreshToBegin('consent.show', ago(600), at)).toBe(true)
  })

  it('a sign-in is new to the last millisecond of its minutes', () => {
    expect(isFresh(ago(15), 15, at)).toBe(true)
    expect(isFresh(ago(15, 1), 15, at)).toBe(false)
  })

  it('an emergency asks for five minutes, signing for fifteen, reading for none', () => {
    const late = { ...day, signedInAt: ago(5, 1) }
    expect(stopOf('break-glass.open', counts, late, at)).toBe('not-fresh')
    expect(stopOf('consent.answer', counts, late, at)).toBeUndefined()
    expect(stopOf('consent.answer', counts, { ...day, signedInAt: ago(16) }, at)).toBe('not-fresh')
    expect(stopOf('plan.show', counts, { ...day, signedInAt: ago(400) }, at)).toBeUndefined()
  })

  it('each reason opens as many children again', () => {
    const children = dailyLimits.children
    expect(stopOf('child.show', counts, { ...day, children: children - 1 }, at)).toBeUndefined()
    expect(stopOf('child.show', counts, { ...day, children }, at)).toBe('many-children')
    expect(stopOf('child.show', counts, { ...day, children, reasons: 1 }, at)).toBeUndefined()
    expect(stopOf('child.show', counts, { ...day, children: 2 * children, reasons: 1 }, at)).toBe(
      'many-children',
    )
    expect(stopOf('child.show', { counts: false }, { ...day, children }, at)).toBeUndefined()
  })

  it('the twentieth print is the last of a day', () => {
    const { exports } = dailyLimits
    expect(stopOf('plan.print', counts, { ...day, exports: exports - 1 }, at)).toBeUndefined()
    expect(stopOf('plan.print', counts, { ...day, exports }, at)).toBe('many-exports')
    expect(stopOf('child.show', counts, { ...day, exports }, at)).toBeUndefined()
  })
})
