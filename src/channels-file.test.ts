import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { knowledgeRoutes, municipalities } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { readChannels } from './channels-file.ts'
import { productionRefusals, productionSettings } from './settings.ts'

const all = municipalities.map(({ code }) => ({
  municipality: code,
  daytime: '0980-319 200',
  onCall: '0980-319 201',
  address: 'https://kommun.exempel.se/orosanmalan',
}))
const [first, second, ...rest] = all
const faultsOf = (channels: unknown) => readChannels(JSON.stringify(channels)).faults
const pageWith = async (options: Parameters<typeof knowledgeRoutes>[1]) => {
  const app = new Hono().route('/', knowledgeRoutes(undefined, options).app)
  return (await app.request(paths.concern.to({}))).text()
}

describe('where one reports a worry, in production', () => {
  it('is what the county has written down, on the page for anybody', async () => {
    const { channels, faults } = readChannels(JSON.stringify(all))
    expect(faults).toEqual([])
    const page = await pageWith({ demo: false, channels })
    expect(page).toContain('href="tel:+46980319200"')
    expect(page).toContain('href="https://kommun.exempel.se/orosanmalan"')
    expect(page).not.toContain('påhittade')
    expect(page).not.toContain('Sök efter')
  })

  it('without a file: no invented numbers, and how to find the municipality’s own', async () => {
    const page = await pageWith({ demo: false })
    expect(page).toContain('Sök efter ”orosanmälan barn”')
    expect(page).not.toContain('031-390')
    expect(await pageWith({ demo: true })).toContain('Numren till kommunerna är påhittade.')
  })

  it.each([
    ['is no list', { a: 1 }, ['det ska vara en lista i JSON']],
    ['leaves out a municipality', [first, ...rest], ['Lessebo (0761) saknas']],
    ['has one twice', [...all, second], ['Lessebo (0761) finns flera gånger']],
    [
      'has several faults',
      [
        { ...first, daytime: 'ring' },
        { ...second, onCall: '', address: 'http://kommun.exempel.se' },
        ...rest,
      ],
      ['dagtid (daytime) är fel i rad 1', 'andra tider (onCall) är fel i rad 2', '(address) är fel i rad 2'],
    ],
    [
      'is about another county',
      [...all, { ...first, municipality: '0180' }],
      ['(municipality) är fel i rad 9'],
    ],
  ])('a file that %s is refused, with everything that is wrong', (_, channels, said) => {
    const faults = faultsOf(channels)
    expect(faults).toHaveLength(said.length)
    for (const [place, text] of said.entries()) expect(faults[place]).toContain(text)
  })

  it('is read at the start, and stops it', () => {
    const database = { DATABASE_URL: 'postgres://kb_app@db/kronobarn' }
    const env = {
      ...database,
      KRONOBARN_REPORT_CHANNELS: '/etc/kanaler.json',
      KRONOBARN_ISSUERS: '/etc/issuers.json',
    }
    const read = (path: string) => (path.endsWith('kanaler.json') ? 'nej' : '[]')
    const refusals = productionRefusals(env, read, () => false)
    expect(refusals).toContain('KRONOBARN_REPORT_CHANNELS går inte att läsa: det ska vara en lista i JSON.')
    const right = (path: string) => (path.endsWith('kanaler.json') ? JSON.stringify(all) : '[]')
    expect(productionSettings(env, right).channels).toHaveLength(8)
    expect(productionSettings(database, () => '[]').channels).toEqual([])
  })
})
