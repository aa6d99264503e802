import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { deps, lisa, world } from '#test/world.ts'
import { Cast } from './cast.ts'
import { browse } from './harness.ts'

const browsing = browse(deps)
const at = { childId: lisa }
const most = 40_000
/** Slow 4G as Chromium's own tools have it: bytes in a second, and milliseconds. */
const slow4G = { offline: false, downloadThroughput: 184_320, uploadThroughput: 86_400, latency: 562.5 }

type Load = { bytes: number; files: string[] }

/** Everything that comes over the line when a page is opened for the first time, packed as it comes. */
async function firstLoad(page: Page, address: string): Promise<Load> {
  const line = await emptyHanded(page)
  const addresses = new Map<string, string>()
  const load: Load = { bytes: 0, files: [] }
  line.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    load.bytes += encodedDataLength
    load.files.push(`${addresses.get(requestId)?.replace(/^.*\//, '')} ${encodedDataLength}`)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await line.detach()
  return load
}

async function emptyHanded(page: Page): Promise<CDPSession> {
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.clearBrowserCache')
  return line
}

declare const performance: { getEntriesByName(name: string): { startTime: number }[] }

/** Milliseconds until the page is seen, and until its scripts have run, on a slow line and a slow processor. */
async function usableIn(page: Page, address: string): Promise<{ seen: number; runs: number }> {
  const line = await emptyHanded(page)
  await line.send('Network.emulateNetworkConditions', slow4G)
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const began = Date.now()
  await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 30_000 })
  const runs = Date.now() - began
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const seen = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  )
  await line.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await line.detach()
  return { seen: Math.round(seen), runs }
}

describe('the child’s side at its first load, on an old telephone far from the mast', () => {
  const cast = new Cast(browsing, {})
  beforeAll(async () => {
    await world()
    await lisaWithPlan()
  })
  afterAll(() => browsing.closeAll())

  it.each([
    ['its first page', paths.child.to(at)],
    ['its plan with pictures', paths.plan.childsReading.to(at)],
    ['its wheel', paths.wheel.own.to(at)],
    ['the one to write', paths.childsDoor.write.to(at)],
  ])('%s weighs at most 40 kB', async (name, address) => {
    const { page } = await cast.at('lisaSelf')
    const { bytes, files } = await firstLoad(page, address)
    const { seen, runs } = await usableIn(page, address)
    console.log(`${name}: ${bytes} bytes, seen in ${seen} ms, runs in ${runs} ms\n  ${files.join(', ')}`)
    expect(bytes, files.join(', ')).toBeLessThanOrEqual(most)
    expect(files.filter((file) => file.includes('woff2'))).toHaveLength(1)
  })

  it('and so does what it meets on the telephone that Maja has handed over', async () => {
    const maja = await cast.at('maja', paths.childsDoor.handOver.to(at))
    await maja.send('Lämna över till Lisa')
    const { bytes, files } = await firstLoad(maja.page, paths.childsDoor.home.to(at))
    expect(bytes, files.join(', ')).toBeLessThanOrEqual(most)
  })
})
