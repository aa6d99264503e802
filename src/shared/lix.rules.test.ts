import { expect, it } from 'vitest'
import { lix } from './lix.ts'

it.each([
  ['', 0],
  ['... ! 7', 1],
  ['Vi ses.', 2],
  ['Vi ses. Du kan ringa.', 2.5],
  ['Vi ses\nDu kan ringa', 2.5],
  ['Vi ses!? Du kan ringa: nu.', 2],
  ['Lisa läser böckerna', 3 + 100 / 3],
  ['Lisas kompis', 2],
  ['Lisa har skolbok', 3 + 100 / 3],
  ['Du har id-kort', 3],
  ['Du har åäö-id', 3],
  ['Rum 1234567 nu', 3 + 100 / 3],
] as const)('%j is read at %d', (text, weight) => {
  expect(lix(text)).toBeCloseTo(weight, 6)
})
