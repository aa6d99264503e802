import { describe, expect, it } from 'vitest'
import { classesOn, readClasses } from './classes.ts'

const [ours, theirs] = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002']
const lisa = '20000000-0000-4000-8000-000000000001'
const today = '2026-11-24'
const member = (more: object = {}) => ({ person: { id: lisa }, ...more })
const group = (displayName: string, more: object = {}) => ({
  displayName,
  groupType: 'Klass',
  organisation: { id: ours },
  groupMemberships: [member()],
  ...more,
})
const classOf = (...groups: ReturnType<typeof group>[]) =>
  classesOn(groups, { [ours]: 'furuskolan' }, today)
    .get(lisa)
    ?.get('furuskolan')

describe('which class a pupil is in', () => {
  it.each<[string, ReturnType<typeof group>[], string | undefined]>([
    ['the one said', [group('5B')], '5B'],
    ['said twice', [group('5B'), group('5B')], '5B'],
    ['said of two: neither', [group('5B'), group('5A'), group('5B')], undefined],
    ['a class that ends today', [group('5B', { endDate: today })], '5B'],
    ['a class that has ended', [group('5B', { endDate: '2026-11-23' })], undefined],
    ['another kind of group', [group('5B'), group('Kören', { groupType: 'Övrigt' })], '5B'],
    ['a class at a school that is not ours', [group('5B', { organisation: { id: theirs } })], undefined],
    [
      'a school that is a part of an object',
      [group('5B', { organisation: { id: 'constructor' } })],
      undefined,
    ],
    ['from tomorrow', [group('5B', { groupMemberships: [member({ startDate: '2026-11-25' })] })], undefined],
    ['from today', [group('5B', { groupMemberships: [member({ startDate: today })] })], '5B'],
    ['until today', [group('5B', { groupMemberships: [member({ endDate: today })] })], '5B'],
    ['until yesterday', [group('5B', { groupMemberships: [member({ endDate: '2026-11-23' })] })], undefined],
    [
      'from last year’s class to this year’s',
      [group('4B', { groupMemberships: [member({ endDate: '2026-06-10' })] }), group('5B')],
      '5B',
    ],
  ])('%s', (_, groups, expected) => expect(classOf(...groups)).toBe(expected))
})

describe('a page of classes', () => {
  const read = (data: unknown, more: object = {}) => {
    const { found, next, fault } = readClasses(JSON.stringify({ data, ...more }))
    return [found.map((one) => one.displayName), next, fault]
  }
  it.each<[string, unknown, unknown[]]>([
    ['none', [], [[], undefined, undefined]],
    ['one, with a space after its name', [group('5B ')], [['5B'], undefined, undefined]],
    ['one without a name', [group('5B'), group(' ')], [[], undefined, 'wrong-form']],
    ['one with a whole sentence for a name', [group('x'.repeat(41))], [[], undefined, 'wrong-form']],
    [
      'one that does not say who is in it',
      [group('5B', { groupMemberships: undefined })],
      [[], undefined, 'wrong-form'],
    ],
    ['one with a day that is none', [group('5B', { endDate: '2026-02-31' })], [[], undefined, 'wrong-form']],
    [
      'one with all of the town in it',
      [group('5B', { groupMemberships: Array(501).fill(member()) })],
      [[], undefined, 'wrong-form'],
    ],
    ['something else', 'no', [[], undefined, 'wrong-form']],
  ])('with %s', (_, data, expected) => expect(read(data)).toEqual(expected))

  it('says which is the next', () =>
    expect(read([group('5B')], { pageToken: 'two' })).toEqual([['5B'], 'two', undefined]))
})
