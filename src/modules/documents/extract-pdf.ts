import { say } from '#ui/say.tsx'
import { drawingSvg, type PrintedDrawing } from './drawing.ts'
import { extractTemplate } from './extract.typ.ts'
import { pdfOf } from './typst.ts'
import type { Line, Written } from './written.ts'

type Told = readonly (Line | PrintedDrawing)[]

export type PrintedPart = {
  title: string
  when: string
  texts: Told
  facts?: readonly { label: string; value: string | Written }[]
  /** What it said before it was changed. */
  earlier?: readonly { title: string; texts: Told }[]
}

/** What is written about somebody, part by part, in the order it was written. */
export type PrintedExtract = {
  name: string
  /** What kind of paper it is. */
  kicker: string
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
      parts: extract.parts.map(({ texts, facts = [], earlier = [], ...part }) => ({
        ...part,
        facts,
        texts: texts.map(toSet),
        earlier: earlier.map((before) => ({ ...before, texts: before.texts.map(toSet) })),
      })),
      drawingWord: say('En teckning'),
      title: extract.kicker,
    },
    at,
  )

const toSet = (told: Line | PrintedDrawing) =>
  typeof told === 'object' && 'drawing' in told ? { svg: drawingSvg(told) } : { line: told }
