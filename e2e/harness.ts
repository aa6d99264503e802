import { serve } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '#app'
import type { Deps } from '#shared/db.ts'
import { ensureChromium } from '#tools/chromium.ts'

export type Manner = {
  javaScript?: boolean
  width?: number
  theme?: 'light' | 'dark'
  /** The test sets the clock of the page itself. */
  ownClock?: boolean
}

/** The application on a port of its own, and one Chromium for the test file. */
export function browse(deps: Deps, demo = true) {
  const cookieName = 'kb-test'
  const contexts = new Set<BrowserContext>()
  /** What a browser complained about, and every request that left the application. */
  const faults: string[] = []
  /** Requests that the application is still answering: a browser that is gone does not take its own back. */
  const asked = new Set<Promise<unknown>>()
  let server: ReturnType<typeof serve>
  let browser: Browser
  let origin = ''

  beforeAll(async () => {
    const { fetch } = createApp(deps, { cookieName, demo })
    await new Promise<void>((resolve) => {
      const noticed: typeof fetch = (...request) => {
        const answer = Promise.resolve(fetch(...request))
        asked.add(answer)
        void answer.catch(() => undefined).finally(() => asked.delete(answer))
        return answer
      }
      server = serve({ fetch: noticed, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        origin = `http://127.0.0.1:${port}`
        resolve()
      })
    })
    browser = await chromium.launch({ executablePath: ensureChromium(), args: switches })
  })

  afterAll(async () => {
    await browser?.close()
    await new Promise((resolve) => server.close(resolve))
  })

  /** A browser of somebody's own, signed in when there is a token. */
  async function open(token: string | undefined, manner: Manner = {}): Promise<Page> {
    const { javaScript = true, width = 390, theme = 'light', ownClock = false } = manner
    const context = await browser.newContext({
      baseURL: origin,
      viewport: { width, height: 844 },
      colorScheme: theme,
      javaScriptEnabled: javaScript,
      reducedMotion: 'reduce',
      locale: 'sv-SE',
    })
    contexts.add(context)
    if (!ownClock) await context.addInitScript(tellTime, deps.now().getTime() - Date.now())
    if (token) await context.addCookies([{ name: cookieName, value: token, url: origin }])
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    watch(page, origin, (what) => faults.push(`${new URL(page.url()).pathname}: ${what}`))
    return page
  }

  const closeAll = async () => {
    await Promise.all([...contexts].map((context) => context.close()))
    contexts.clear()
    while (asked.size > 0) await Promise.allSettled(asked)
  }

  return { open, closeAll, faults }
}
export type Browsing = ReturnType<typeof browse>

/** Milliseconds that a page is waited for before the story has failed: long, since the machine may be busy. */
const patience = 20_000

/** Runs in the page: its clock is the application's, which says when the session ends, whatever day the tests are run. */
function tellTime(ahead: number): void {
  const { now } = Date
  Date.now = () => now() + ahead
}

const switches = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

function watch(page: Page, origin: string, tell: (what: string) => void) {
  page.on('console', (message) => {
    // That a page answered 404 or 422 is said by the page; other files are watched below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      tell(message.text())
  })
  page.on('pageerror', (error) => tell(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) tell(`asked ${request.url()}`)
  })
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest()
    if (response.status() >= (isPage ? 500 : 400)) tell(`${response.status()} from ${response.url()}`)
  })
}

const shots = new URL('../reports/shots/', import.meta.url).pathname

/** Keeps what a page looks like, for people to look at. Nothing is kept unless it is asked for with SHOTS=yes. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS']) await page.screenshot({ path: `${shots}${name}.png`, fullPage: true })
}
