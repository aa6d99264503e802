import { describe, expect, test } from 'vitest'
import { areaNames, areas } from './area.tsx'
import { assetPath, assetRoutes } from './assets.ts'
import { Choices, ErrorSummary, Form, TextArea, TextField, Tick } from './form.tsx'
import { gallery } from './gallery.tsx'
import { lisasWheel } from './gallery.wheel.ts'
import { Facts, Guidance, NotFoundPage, Term } from './page.tsx'
import { Wheel } from './wheel.tsx'

const pages = Object.entries(gallery)
const htmlOf = async (content: unknown) => String(await content)
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found ?? '')

describe.each(pages)('the page %s', (_, page) => {
  test('needs no script or style of its own, so that the strict content policy holds', async () => {
    const html = await htmlOf(page())
    expect(html).not.toMatch(/ style=| on\w+=|<style|<script>|javascript:/)
    expect(all(html, /<script[^>]* src="([^"]*)"/g).every((src) => src.startsWith('/tillgangar/'))).toBe(true)
  })

  test('names every thing once, and every reference leads somewhere', async () => {
    const html = await htmlOf(page())
    const ids = all(html, / id="([^"]*)"/g)
    expect(ids).toEqual([...new Set(ids)])
    const referred = all(
      html,
      / (?:for|aria-labelledby|aria-describedby|popovertarget|data-listen)="([^"]*)"/g,
    )
    const linked = all(html, / href="#([^"]*)"/g)
    expect(ids).toEqual(expect.arrayContaining([...referred.flatMap((ref) => ref.split(' ')), ...linked]))
  })

  test('has one main heading, and no child in its title', async () => {
    const html = await htmlOf(page())
    expect(all(html, /<(h1)>/g)).toHaveLength(1)
    expect(all(html, /<title>(.*?)<\/title>/g)[0]).not.toMatch(/Lisa|Noah|Elias/)
  })
})

describe('a form', () => {
  const typed = { what: '<script>alert("hej")</script> & "citat"', areas: ['home', 'care'] }
  const errors = { what: 'Skriv vad som ska göras' }

  test('gives back what was typed, and runs none of it', async () => {
    const area = await htmlOf(<TextArea name="what" label="Vad?" reads="Karin" typed={typed} />)
    const line = await htmlOf(<TextField fact name="what" label="Vad?" typed={typed} />)
    expect(area).toContain('&lt;script&gt;alert(&quot;hej&quot;)&lt;/script&gt; &amp; &quot;citat&quot;')
    expect(`${area}${line}`).not.toContain('<script>')
    expect(line).toContain('value="&lt;script&gt;')
  })

  test('keeps an empty first line in a long text', async () => {
    const area = await htmlOf(
      <TextArea name="what" label="Vad?" reads="Karin" typed={{ what: '\nEfter en tom rad' }} />,
    )
    expect(area).toContain('>\n\nEfter en tom rad</textarea>')
  })

  test('says what is wrong beside the field, and in a summary that leads there', async () => {
    const field = await htmlOf(
      <TextArea name="what" label="Vad?" reads="Karin" maxLength={200} typed={typed} errors={errors} />,
    )
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('aria-describedby="what-hjalp what-laser what-fel"')
    expect(field).toContain('id="what-fel"')
    expect(field).toContain('Läses av Karin')
    const summary = await htmlOf(<ErrorSummary errors={{ ...errors, form: 'Skicka en gång till' }} />)
    expect(summary).toContain('2 saker behöver rättas')
    expect(summary).toContain('<a href="#what">Skriv vad som ska göras</a>')
    expect(summary).toContain('<li>Skicka en gång till</li>')
    expect(await htmlOf(<ErrorSummary errors={{ what: undefined }} />)).toBe('')
  })

  test('carries the acting unit and what more it was given, also several of a kind', async () => {
    const viewer = { name: 'Karin', engagement: 'e1', csrf: 't1' }
    const form = await htmlOf(<Form viewer={viewer} hidden={{ version: '3', area: ['home', 'care'] }} />)
    expect(all(form, /<input type="hidden" ([^/]*)\/>/g)).toEqual([
      'name="engagement" value="e1"',
      'name="csrf" value="t1"',
      'name="version" value="3"',
      'name="area" value="home"',
      'name="area" value="care"',
    ])
    const search = await htmlOf(<Form viewer={viewer} method="get" />)
    expect(search).not.toContain('t1')
  })

  test('ticks what was ticked; the error summary leads to the first box', async () => {
    const options = [
      { value: 'home', label: 'Hemmet' },
      { value: 'health', label: 'Hälsa' },
      { value: 'care', label: 'Omsorg' },
    ]
    const boxes = await htmlOf(
      <Choices type="checkbox" name="areas" label="Vilka?" options={options} typed={typed} />,
    )
    expect(all(boxes, /value="(\w+)" checked=""/g)).toEqual(['home', 'care'])
    expect(all(boxes, /<input[^>]* id="([^"]*)"/g)).toEqual(['areas', 'areas-2', 'areas-3'])
    const tick = await htmlOf(<Tick name="told" label="Jag har berättat" typed={{ told: 'ja' }} />)
    expect(tick).toContain('checked=""')
  })
})

describe('the wheel', () => {
  test('says in words exactly what the picture shows', async () => {
    const html = await htmlOf(<Wheel wheel={lisasWheel} />)
    for (const { area, statements } of lisasWheel.areas) {
      const label = all(html, new RegExp(`href="#hjulet-${area}"[^>]*aria-label="([^"]*)"`, 'g'))[0]
      expect(label).toMatch(`${areaNames[area]}. Fungerar: `)
      for (const { text } of statements) expect(html).toContain(`<q>${String(text)}</q>`)
    }
    expect(html).toContain('Inte med den här gången: Omsorg.')
  })

  test('draws one mark for a voice however much it says, so that nothing can be counted', async () => {
    const once = lisasWheel.areas.filter(({ area }) => area === 'learning')
    const thrice = once.map((one) => ({ ...one, statements: [...one.statements, ...one.statements] }))
    const picture = async (areas: typeof once) =>
      (await htmlOf(<Wheel wheel={{ ...lisasWheel, areas }} />)).split('</figure>')[0]
    expect(await picture(thrice)).toBe(await picture(once))
  })

  test('has all seven areas', async () => {
    const html = await htmlOf(<Wheel wheel={{ ...lisasWheel, areas: [] }} />)
    for (const area of areas) expect(html).toContain(`>${areaNames[area]}</textPath>`)
  })
})

describe('small parts', () => {
  test('leave out what is not known', async () => {
    const facts = await htmlOf(
      <Facts
        items={[
          ['Vem', 'Petra'],
          ['När', undefined],
        ]}
      />,
    )
    expect(facts).toBe('<dl class="facts"><dt>Vem</dt><dd>Petra</dd></dl>')
  })

  test('explain a word where it stands, and only link when there is nothing to say', async () => {
    const explained = await htmlOf(<Term word="Barnets plan" meaning="är en karta över stödet." />)
    expect(explained).toContain('popovertarget="ord-barnets-plan"')
    expect(explained).toContain('href="/ordlista#barnets-plan"')
    expect(await htmlOf(<Term word="Barnets plan" />)).toMatch(/^<a href="\/ordlista#barnets-plan">/)
  })

  test('say that guidance is a proposal', async () => {
    expect(await htmlOf(<Guidance sentences={['Ring först.']} />)).toContain('Förslag, inte länets text.')
  })

  test('answer the same for what does not exist, always', async () => {
    expect(await htmlOf(<NotFoundPage />)).toBe(await htmlOf(<NotFoundPage />))
  })
})

describe('assets', () => {
  const get = (path: string, encoding = 'br') =>
    assetRoutes.request(path, { headers: { 'accept-encoding': encoding } })

  test('are kept for ever under an address that changes with the content', async () => {
    const css = await get(assetPath('kronobarn.css'))
    expect(css.headers.get('cache-control')).toContain('immutable')
    expect(css.headers.get('content-encoding')).toBe('br')
    const stale = await get('/tillgangar/en-annan-version/kronobarn.css')
    expect(stale.headers.get('cache-control')).toBe('no-store')
    expect((await get('/tillgangar/x/constructor')).status).toBe(404)
  })

  test('are small, and ask nothing of anyone else', async () => {
    const size = async (path: string) => (await (await get(path, 'gzip')).arrayBuffer()).byteLength
    expect(await size(assetPath('kronobarn.css'))).toBeLessThan(14_000)
    expect((await size(assetPath('kronobarn.js'))) + (await size(assetPath('lyssna.js')))).toBeLessThan(6_000)
    expect(await size(assetPath('tips.js'))).toBeLessThan(3_000)
    const css = await (await get(assetPath('kronobarn.css'), 'identity')).text()
    expect(all(css, /url\(([^)]*)\)/g).every((url) => url.startsWith('"/tillgangar/'))).toBe(true)
  })

  test('hold the fonts', async () => {
    const font = await get(assetPath('text.woff2'))
    expect(font.headers.get('content-type')).toBe('font/woff2')
    expect(font.headers.get('content-encoding')).toBeNull()
  })
})
