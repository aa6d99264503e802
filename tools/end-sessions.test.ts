import { expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { as, id, inHours, ownerOptions, setClock, world } from '#test/world.ts'
import { endSessionsOf } from './end-sessions.ts'

it('Sara has lost her telephone: the operator signs her out everywhere, and nobody else', async () => {
  await world()
  setClock(inHours(1))
  const isIn = async (who: 'sara' | 'jonas') => (await as(who).get(paths.children.to({}))).status === 200
  expect([await isIn('sara'), await isIn('jonas')]).toEqual([true, true])
  expect(await endSessionsOf(ownerOptions, id('sara'), inHours(1))).toBe(1)
  expect([await isIn('sara'), await isIn('jonas')]).toEqual([false, true])
  expect(await endSessionsOf(ownerOptions, id('sara'), inHours(1))).toBe(0)
})
