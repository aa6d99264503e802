import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { everyPage, type Opened } from './addresses.ts'
import { deps, loadCounty } from './county.ts'
import { type Browsing, browse, shoot } from './harness.ts'
import { wrongWith } from './page-checks.ts'

describe('every page of the demo county, for everybody who may open it', () => {
  const { open, faults } = browse(deps)
  let readings: Opened[][] = []
  beforeAll(async () => {
    const pages = await everyPage(await loadCounty())
    readings = [...Map.groupBy(pages, ({ reader }) => reader.name).values()]
    console.log(`${pages.length} pages, ${readings.length} readers`)
  }, 900_000)

  it('can be read, heard and used by everybody, small and large, light and dark', async () => {
    const wrong: string[] = []
    const waiting = readings.values()
    const walk = async () => {
      for (const reading of waiting) wrong.push(...(await read(open, reading)))
    }
    await Promise.all([walk(), walk()])
    expect(wrong).toEqual([])
  }, 3_600_000)

  it('and no browser complains, and nothing leaves the application', () => expect(faults).toEqual([]))
})

/** One reader goes through their pages in one browser. */
async function read(open: Browsing['open'], pages: readonly Opened[]): Promise<string[]> {
  const wrong: string[] = []
  const page = await open(pages[0]?.reader.token)
  for (const one of pages) wrong.push(...(await check(page, one)))
  await page.context().close()
  return wrong
}

async function check(page: Page, { reader, address }: Opened): Promise<string[]> {
  await page.goto(address)
  const name = address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/[/]+/g, '-')
  await shoot(page, `${name}_${reader.name}`)
  return (await wrongWith(page)).map((one) => `${reader.name} ${address}: ${one}`)
}
