import { handoverTemplate } from './handover.typ.ts'
import { pdfOf } from './typst.ts'

/** What goes along with a child to somebody outside, part by part. */
export type PrintedHandover = {
  name: string
  lead: string
  parts: readonly { title: string; texts: readonly string[] }[]
  footer: string
  watermark: string
}

/** A hand-over as a tagged PDF, in Swedish: it goes to a receiver outside, and nobody in the family opens it (decision 42). */
export const handoverPdf = (handover: PrintedHandover, at: Date): Uint8Array<ArrayBuffer> =>
  pdfOf(handoverTemplate, { ...handover, title: 'Överlämning' }, at)
