import { extractTemplate } from './extract.typ.ts'
import { pdfOf } from './typst.ts'

export type PrintedPart = {
  title: string
  when: string
  texts: readonly string[]
  facts?: readonly { label: string; value: string }[]
  /** What it said before it was changed. */
  earlier?: readonly { title: string; texts: readonly string[] }[]
}

/** What is written about somebody, part by part, in the order it was written. */
export type PrintedExtract = {
  name: string
  lead: string
  parts: readonly PrintedPart[]
  footer: string
  watermark: string
}

/** A register extract as a tagged PDF. */
export const extractPdf = (extract: PrintedExtract, at: Date): Uint8Array<ArrayBuffer> =>
  pdfOf(
    extractTemplate,
    {
      ...extract,
      parts: extract.parts.map((part) => ({ facts: [], earlier: [], ...part })),
      title: 'Registerutdrag',
      kicker: 'Registerutdrag',
      pageWord: 'Sida',
      ofWord: 'av',
    },
    at,
  )
