import { afterAll, vi } from 'vitest'
import { bodyAsText } from '#shared/sealed.ts'
import { type Box, type Place, Vault } from '#shared/vault.ts'

export type Seal = { box: Box; place: Place; sealed: Buffer; texts: string[] }

/** Everything that is sealed from now on, in the order it is done. */
export function watchSeals(): Seal[] {
  const seals: Seal[] = []
  const { boxOf } = Vault.prototype
  const watch = vi.spyOn(Vault.prototype, 'boxOf').mockImplementation(function (this: Vault, key: Buffer) {
    const box = boxOf.call(this, key)
    return {
      ...box,
      seal: (place, body) => {
        const sealed = box.seal(place, body)
        seals.push({ box, place, sealed, texts: textsIn(JSON.parse(bodyAsText(body))) })
        return sealed
      },
    }
  })
  afterAll(() => watch.mockRestore())
  return seals
}

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : []
}

/** The ways in which a text could stand in a table without being sealed. */
export const waysOfWriting = (text: string): string[] => {
  const bytes = Buffer.from(text)
  return [text, bytes.toString('hex'), bytes.toString('base64')]
}
