import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { goals, lisaWithPlan } from '#test/arrange-plan.ts'
import { as, id, lisa, world } from '#test/world.ts'

const goal = paths.plan.changeGoal.to({ childId: lisa, partId: goals.morning })
const tips = /data-tips="\w+">/
const read = async () => (await as('maja').get(goal)).text()
const written = { submission: id('a goal'), version: '1', words: 'Jag vill ha lugna morgnar.' }

beforeEach(async () => {
  await world()
  await lisaWithPlan()
})

it('Maja sees who will read it, and no tips where the words are plain', async () => {
  const page = await read()
  expect(page).toContain('Läses av familjen och de som är med i planen')
  expect(page).not.toMatch(tips)
  expect(page).toContain('data-tips="better" hidden=""')
})

it('what may sting is pointed at, and saved as it was written', async () => {
  const better = 'Pappan uteblev, och BUP ringer.'
  expect((await as('maja').post(goal, { ...written, better })).status).toBe(303)
  const page = await read()
  expect(page).toMatch(tips)
  for (const text of [better, 'kom inte, och varför', 'barn- och ungdomspsykiatrin'])
    expect(page).toContain(text)
})

it('a form that comes back has the tips beside what was typed', async () => {
  const back = await as('maja').post(goal, { ...written, words: '', better: 'Lisa vägrar.' })
  expect(back.status).toBe(422)
  expect(await back.text()).toMatch(/Lisa vägrar\.[\s\S]*data-tips="better">/)
})

it('wherever a family’s text is written it can be seen as the family reads it', () => {
  const pages = readdirSync('src/modules', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.startsWith('plain-words'))
    .map((file) => ({ folder: dirname(file), text: readFileSync(`src/modules/${file}`, 'utf8') }))
  const shows = new Set(
    pages.filter(({ text }) => text.includes('<FamilyButtons')).map(({ folder }) => folder),
  )
  const writes = pages.filter(({ text }) => /<Family(Text|Line)/.test(text))
  expect(writes.length).toBeGreaterThan(8)
  expect(writes.filter(({ folder }) => !shows.has(folder)).map(({ folder }) => folder)).toEqual([])
})
