import { inspect } from 'node:util'
import { z } from 'zod'

const shown = '[förseglad text]'

/**
 * Free text about a person. It prints as nothing but a mark wherever it slips: logs, titles, addresses, JSON.
 * Only pages, forms and documents call `reveal()`, which the architecture test watches.
 */
export class SealedText {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  reveal(): string {
    return this.#text
  }
  toString(): string {
    return shown
  }
  toJSON(): string {
    return shown
  }
  [inspect.custom](): string {
    return shown
  }
}

/** A field of a sealed body: text in storage, sealed text in the program. */
export const sealedText = z.string().transform((text) => new SealedText(text))

/** The body as it goes into the cipher; the only place where sealed text becomes plain by itself. */
export const bodyAsText = (body: unknown): string =>
  JSON.stringify(body, function (this: Record<string, unknown>, name: string, value: unknown) {
    const original = this[name]
    return original instanceof SealedText ? original.reveal() : value
  })
