import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { as, lisa, world } from '#test/world.ts'
import { pagesNow } from './addresses.ts'
import { closeAll, faults, open, shoot } from './harness.ts'
import { wrongWith } from './page-checks.ts'

/** Checks every page that anybody can open now and that has not been checked before. */
async function walk(station: string) {
  const wrong: string[] = []
  let number = 0
  for (const { person, address } of await pagesNow()) {
    const page = await open(person)
    await page.goto(address)
    const name = `${station}/${person}${address.replaceAll(lisa, 'lisa').replaceAll('/', '-')}`
    await shoot(page, name)
    wrong.push(...(await wrongWith(page)).map((one) => `${person} ${address}: ${one}`))
    await page.context().close()
    number++
  }
  console.log(`${station}: ${number} pages`)
  expect(wrong).toEqual([])
}

describe('every page, for everybody who may open it', () => {
  beforeAll(() => world())
  afterAll(closeAll)

  it('before anything has happened', () => walk('1-before'))

  it('when Petra has noticed', async () => {
    const childId = lisa
    await as('petra').post(paths.noticing.noticeChild.to({ childId }), {
      sentence: 'Lisa somnar på lektionen efter lunch.',
    })
    await walk('2-noticed')
  })

  it('and no browser complains, and nothing leaves the application', () => expect(faults).toEqual([]))
})
