import { expect, it } from 'vitest'
import { glossary, glossaryMarkdown, lix, terms, words } from '#modules/knowledge'

it('GLOSSARY.md says what the list says', async () => {
  await expect(glossaryMarkdown()).toMatchFileSnapshot('../../../GLOSSARY.md')
})

it('explains every word on the screen in a few plain sentences', () => {
  expect(lix(words.map(({ meaning }) => meaning).join(' '))).toBeLessThanOrEqual(35)
  for (const { sv, meaning } of words) {
    expect(meaning.match(/[.!?](\s|$)/g)?.length, sv).toBeLessThanOrEqual(3)
    expect(lix(meaning), `${sv}: ${meaning}`).toBeLessThanOrEqual(48)
  }
})

it('uses each word for one thing only', () => {
  expect(new Set(terms.map(({ sv }) => sv)).size).toBe(terms.length)
})

it('calls a word the model’s own only when it stands in the model’s public texts', () => {
  for (const { source, official } of terms)
    expect(official).toBe(source === 'SKR 2023-10-09' || source === 'Region Kronoberg')
})

it('holds the words apart that are easily taken for each other', () => {
  expect(glossary.Noticing.notToBeMistakenFor).toBe('orosanmälan')
  expect(glossary.Agreement.notToBeMistakenFor).toBe('samtycke')
  expect(glossary.BestInterestsLead.notToBeMistakenFor).toBe('samverkansansvarig')
})

it('shows families no words that only code uses', () => {
  expect(words.map(({ code }) => code)).toContain('Plan')
  expect(words.map(({ code }) => code)).not.toContain('TermCode')
})
