import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyPage, type Opened } from './addresses.ts'
import { deps, loadCounty } from './county.ts'
import { browse, shoot } from './harness.ts'
import { wrongWith } from './page-checks.ts'

const { open, faults } = browse(deps)

async function check({ reader, address }: Opened, place: number): Promise<string[]> {
  const page = await open(reader.token)
  await page.goto(address)
  const short = address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/[/]+/g, '-')
  await shoot(page, `${String(place).padStart(3, '0')}${short}_${reader.name}`)
  const wrong = (await wrongWith(page)).map((one) => `${reader.name} ${address}: ${one}`)
  await page.context().close()
  return wrong
}

describe('every page of the demo county, for everybody who may open it', () => {
  let pages: Opened[] = []
  beforeAll(async () => {
    pages = await everyPage(await loadCounty())
  })
  afterAll(() => console.log(`${pages.length} pages`))

  it('can be read, heard and used by everybody, small and large, light and dark', async () => {
    const wrong: string[] = []
    const waiting = pages.entries()
    const walker = async () => {
      for (const [place, one] of waiting) wrong.push(...(await check(one, place)))
    }
    await Promise.all([walker(), walker()])
    expect(wrong).toEqual([])
  })

  it('and no browser complains, and nothing leaves the application', () => expect(faults).toEqual([]))
})
