import { expect, it } from 'vitest'
import { around } from '#test/standings.ts'
import { authorisationMarkdown, rules } from './authorisation.ts'

it('docs/proof/authorisation.md says what the program says', async () => {
  await expect(await authorisationMarkdown()).toMatchFileSnapshot('../docs/proof/authorisation.md')
})

it('no rule but that of noticing opens to everybody, and none to nobody', async () => {
  const people = Object.values(around)
  for (const { name, says } of await rules()) {
    const many = people.filter(says).length
    expect([name, many > 0]).toEqual([name, true])
    expect([name, many === people.length]).toEqual([name, name === 'mayNotice'])
  }
})
