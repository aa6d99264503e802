import { beforeEach, expect, it, vi } from 'vitest'
import type { Work } from '#modules/audit'
import type { Child } from '#modules/children'
import type { Listener } from '#modules/family'
import { bodyAsText, SealedText } from '#shared/sealed.ts'
import { findPossibleLines, findWorkingLines } from './lines.ts'

const around = vi.hoisted(() => ({ openParts: vi.fn(), listeners: vi.fn(), statements: vi.fn() }))
vi.mock('#modules/plans', () => ({ findOpenParts: around.openParts }))
vi.mock('#modules/family', () => ({ listListeners: around.listeners }))
vi.mock('#modules/wheel', () => ({
  findStatements: around.statements,
  mayTravel: ({ readers }: { readers: string }) => readers === 'everyone',
}))

const work = {} as Work
const lisa: Child = {
  id: 'lisa',
  person: { kind: 'visible', id: 'lisa', name: 'Lisa Holmgren', givenName: 'Lisa' },
  bornOn: '2017-01-01',
  expectedOn: undefined,
  provisional: false,
}
const text = (words: string) => new SealedText(words)
const read = (lines: unknown) => JSON.parse(bodyAsText(lines))

const sara: Listener = {
  key: 'sara',
  personId: 'sara',
  isChild: false,
  person: { kind: 'visible', id: 'sara', name: 'Sara Holmgren', givenName: 'Sara' },
  called: 'mamma',
  told: { on: '2026-11-20', way: 'meeting' },
  barred: false,
}
const toldLines = async (...listeners: Listener[]) => {
  around.listeners.mockResolvedValue(listeners)
  return read(await findPossibleLines(work, lisa, 'matter'))
}

beforeEach(() => around.openParts.mockResolvedValue({ goals: [], actions: [] }))

it('what the child wants and what is being done, each in the version that was read', async () => {
  const at = new Date(7)
  around.openParts.mockResolvedValue({
    goals: [{ id: 'g', at, areas: ['home'], body: { words: text('Sova gott') } }],
    actions: [
      {
        id: 'a',
        at,
        areas: ['learning'],
        body: { what: text('Läsa'), who: text('Petra'), when: text('måndagar') },
      },
    ],
  })
  expect(await toldLines()).toEqual([
    { id: 'g.7', kind: 'wish', what: 'Sova gott', areas: ['home'] },
    { id: 'a.7', kind: 'action', what: 'Läsa', who: 'Petra', when: 'måndagar', areas: ['learning'] },
  ])
})

it.each<[string, Partial<Listener>, string]>([
  ['mamma', {}, 'Mamma'],
  ['en vårdnadshavare', { called: '' }, 'En vårdnadshavare'],
  ['Lisa', { isChild: true, person: lisa.person, called: '' }, 'Lisa'],
])('that %s has been told, and no guardian’s name', async (who, over, begins) => {
  expect(await toldLines({ ...sara, ...over })).toEqual([
    {
      id: `sara.2026-11-20.${who}`,
      kind: 'told',
      what: `${begins} fick veta vad Kronobarn är, 20 november 2026.`,
    },
  ])
})

it('nothing of who has not been told', async () => {
  expect(await toldLines({ ...sara, told: undefined })).toEqual([])
})

it('on paper what the own unit has written, good and hard, and not what few may read', async () => {
  const said = (itemId: string, over: object = {}) => ({
    itemId,
    version: 2,
    area: 'home',
    ours: true,
    readers: 'everyone',
    words: { working: text('Lugnt hemma'), challenging: text('Svårt att somna') },
    ...over,
  })
  around.statements.mockResolvedValue([
    said('both'),
    said('hard', { words: { challenging: text('Bråk på rasten') } }),
    said('theirs', { ours: false }),
    said('few', { readers: 'meeting' }),
  ])
  const works = { kind: 'works', areas: ['home'] }
  expect(read(await findWorkingLines(work, lisa.id))).toEqual([
    { ...works, id: 'both.2.0', what: 'Lugnt hemma' },
    { ...works, id: 'both.2.1', what: 'Svårt att somna' },
    { ...works, id: 'hard.2.1', what: 'Bråk på rasten' },
  ])
})
