import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { nameOf } from '#shared/person.ts'
import type { Language } from './languages.ts'
import { alsoInSwedish, InLanguage, listed, saidName, say, together } from './say.tsx'

const names = ['Sara Holmgren', 'Jonas', 'Ali']
const hidden = { kind: 'protected', id: 'x' } as const

/** What a reader of a language reads. */
async function read(language: Language, make: () => string): Promise<string> {
  const Page = () => <>{make()}</>
  const app = new Hono().get('/', (c) =>
    c.html(
      <InLanguage language={language}>
        <Page />
      </InLanguage>,
    ),
  )
  return (await app.request('/')).text()
}

describe('what is ticked on a paper', () => {
  it('stands in Swedish too, in its own direction, and once in Swedish', async () => {
    const asked = () => alsoInSwedish(() => say('Kommer du?'))
    expect(await read('uk', asked)).toBe('Ви прийдете? / Kommer du?')
    expect(await read('ar', asked)).toBe('هل ستأتي؟ / \u2068Kommer du?\u2069')
    expect(await read('sv', asked)).toBe('Kommer du?')
  })
})

describe('names in a list', () => {
  it('stand as in Swedish where the reading goes from the left', async () => {
    expect(await read('sv', () => together(names))).toBe('Sara Holmgren, Jonas och Ali')
    expect(await read('fi', () => together(names))).toBe('Sara Holmgren, Jonas ja Ali')
    expect(await read('sv', () => listed(names))).toBe('Sara Holmgren, Jonas, Ali')
  })

  it('are kept apart one by one in Arabic, so that none is read in another’s place', async () => {
    const [sara, jonas, ali] = names.map((name) => `\u2068${name}\u2069`)
    expect(await read('ar', () => together(names))).toBe(`${sara} و${jonas} و${ali}`)
    expect(await read('ar', () => listed(names))).toBe(`${sara}، ${jonas}، ${ali}`)
  })
})

describe('somebody without a name', () => {
  it('is called what that is called in the reader’s language', async () => {
    expect(await read('ar', () => nameOf(hidden))).toBe('شخص محمي')
    expect(await read('ar', () => saidName('Skyddad person'))).toBe('شخص محمي')
    expect(await read('en', () => say('{who} öppnade planen.', { who: 'Skyddad person' }))).toBe(
      'Protected person opened the plan.',
    )
    expect(await read('sv', () => saidName('Skyddad person'))).toBe('Skyddad person')
    expect(await read('ar', () => saidName('Maja Lindgren'))).toBe('Maja Lindgren')
  })
})
